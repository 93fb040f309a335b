"""How the weights of planextract.meaning.roles are fitted and judged; see README.md."""
