"""The styles of a flat OpenDocument text: pages, paragraphs, tables."""

from __future__ import annotations

from xml.sax.saxutils import escape

from .records import Node

NAMES = {
    "office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0",
    "fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0", "draw": "drawing:1.0",
}  # fmt: skip
A4_CM = (21.0, 29.7)


def namespaces() -> str:
    """The XML name spaces of an OpenDocument file."""
    return " ".join(
        f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}"' for k, v in NAMES.items()
    )


def paragraph(
    name: str, size: float, font: str, para: str = "", text: str = "", extra: str = ""
) -> str:
    """A paragraph style; ``para`` and ``text`` are XML attributes."""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" {extra}>'
        f"<style:paragraph-properties {para}>{_tabs(name)}</style:paragraph-properties>"
        f'<style:text-properties fo:font-family="{font}" fo:font-size="{size}pt" {text}/></style:style>'
    )


def _tabs(name: str) -> str:
    if name == "Toc":
        return (
            '<style:tab-stops><style:tab-stop style:position="16cm" style:type="right" '
            'style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
        )
    return ""


def paragraphs(style: Node) -> str:
    size, font = float(style.get("size", 11)), style.get("font", "Liberation Sans")
    accent, cell = style.get("accent", "#1f3864"), float(style.get("cell_size", 9.5))
    head = style.get("head_font", font)
    line = f'fo:line-height="{style.get("line", 115)}%"'
    bold = 'fo:font-weight="bold"'
    strong = f'{bold} fo:color="{accent}"'
    plain: list[tuple[str, float, str, str, str]] = [
        ("Body", size, font, f'fo:margin-bottom="0.25cm" {line}', ""),
        ("BoldBody", size, font, 'fo:margin-top="0.2cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"', bold),
        ("ItalicBody", size, font, 'fo:margin-bottom="0.2cm"', 'fo:font-style="italic"'),
        ("Box", size, font, f'fo:margin-top="0.3cm" fo:margin-bottom="0.3cm" fo:padding="0.2cm" fo:border="0.8pt solid {accent}" fo:background-color="{style.get("box", "#e2efd9")}" fo:keep-with-next="always"', bold),
        ("Item", size, font, "", ""),
        ("Marked", size, font, 'fo:margin-left="0.7cm" fo:text-indent="-0.6cm" fo:margin-bottom="0.1cm"', ""),
        ("SubMarked", size, font, 'fo:margin-left="1.5cm" fo:text-indent="-0.6cm" fo:margin-bottom="0.1cm"', ""),
        ("Plain", size, font, 'fo:margin-bottom="0.15cm"', ""),
        ("CardTitle", size + 0.5, font, 'fo:margin-top="0.4cm" fo:keep-with-next="always"', strong),
        ("CardLine", size, font, 'fo:margin-bottom="0.05cm"', ""),
        ("Toc", size, font, "", ""),
        ("Tiny", 2, font, "", ""),
        ("CellText", cell, font, "", ""),
        ("CellHead", cell, font, "", bold),
        ("CoverTitle", 28, head, 'fo:margin-top="7cm" fo:margin-bottom="0.5cm"', strong),
        ("CoverLine", 14, font, 'fo:margin-bottom="0.2cm"', ""),
        ("Note", 10, font, 'fo:margin-top="9cm"', 'fo:font-style="italic" fo:color="#7f0000"'),
        *[
            (f"H{n}", s, head, f'fo:margin-top="{t}cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', strong)
            for n, s, t in zip((1, 2, 3), style.get("headings", [18, 14, 12]), (0.6, 0.5, 0.4), strict=True)
        ],
    ]  # fmt: skip
    made = [paragraph(*one) for one in plain]
    for prefix, extra, para in (
        ("Break", "", 'fo:break-before="page"'),
        ("Landscape", 'style:master-page-name="Wide"', ""),
        ("Portrait", 'style:master-page-name="Standard"', ""),
    ):
        made += [
            paragraph(prefix + one[0], one[1], one[2], f"{one[3]} {para}", one[4], extra)
            for one in plain
        ]
    return "".join(made)


def table_styles(number: int, block: Node, room: float) -> str:
    """Width, borders and shading of one table; ``room`` in cm."""
    name, total = f"Table{number}", sum(block["widths"])
    look, pad = block.get("look", "grid"), 'fo:padding="0.12cm"'
    line = "0.5pt solid #000000"
    border = {
        "grid": f'fo:border="{line}"',
        "rows": f'fo:border-bottom="{line}" fo:border-top="none" fo:border-left="none" fo:border-right="none"',
    }.get(look, 'fo:border="none"')
    head = block.get("head_fill", "#d9d9d9")
    fills = {
        "Head": head,
        "Section": block.get("section_fill", "#eeeeee"),
        "Cell": None,
        "Zebra": block.get("zebra", "#eef3ea"),
    }
    for row in block["rows"]:
        fills |= {
            f"F{v[1:]}": v for v in row.get("cells", []) if isinstance(v, str) and v.startswith("#")
        }
    out = [
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{room}cm" table:align="left"/></style:style>',
        f'<style:style style:name="{name}.Keep" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
        f'<style:style style:name="{name}.Split" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>',
    ]
    for n, width in enumerate(block["widths"]):
        out.append(
            f'<style:style style:name="{name}.C{n}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{room * width / total:.3f}cm"/></style:style>'
        )
    for cell, fill in fills.items():
        shade = f'fo:background-color="{fill}"' if fill and fill != "#ffffff" else ""
        out.append(
            f'<style:style style:name="{name}.{cell}" style:family="table-cell">'
            f"<style:table-cell-properties {border} {pad} {shade}/></style:style>"
        )
    return "".join(out)


def _layout(name: str, wide: bool, margin: float) -> str:
    short, long = A4_CM
    width, height = (long, short) if wide else (short, long)
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}cm" '
        f'fo:page-height="{height}cm" style:print-orientation="{"landscape" if wide else "portrait"}" fo:margin="{margin}cm">'
        "</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout>"
    )


def document(style: Node, body: str, tables: list[Node]) -> str:
    """The whole flat file."""
    margin = float(style.get("margin", 2.3))
    narrow, wide = A4_CM[0] - 2 * margin, A4_CM[1] - 2 * margin
    made = "".join(
        table_styles(n, t, t.get("room") or (wide if t.get("wide") else narrow))
        for n, t in enumerate(tables)
    )
    columns = "".join(
        f'<style:style style:name="Cols{n}" style:family="section"><style:section-properties text:dont-balance-text-columns="false">'
        f'<style:columns fo:column-count="{n}" fo:column-gap="0.8cm"/></style:section-properties></style:style>'
        for n in (2, 3)
    )
    bullet = style.get("bullet", "•")
    font = style.get("bullet_font", style.get("font", "Liberation Sans"))
    bullets = (
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
        f'text:bullet-char="{bullet}"><style:list-level-properties text:space-before="0.3cm" '
        f'text:min-label-width="0.5cm"/><style:text-properties fo:font-family="{font}"/>'
        "</text:list-level-style-bullet></text:list-style>"
    )
    header = (
        f'<style:header><text:p text:style-name="Body">{escape(style["header"])}</text:p></style:header>'
        if style.get("header")
        else ""
    )
    foot = style.get("footer", "Side {page}").replace("{page}", "<text:page-number/>")
    footer = f'<style:footer><text:p text:style-name="Body">{foot}</text:p></style:footer>'
    masters = "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">{header}{footer}</style:master-page>'
        for name, layout in (("Standard", "Tall"), ("Wide", "Broad"))
    )
    strong = '<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {namespaces()} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{paragraphs(style)}</office:styles>"
        f"<office:automatic-styles>{_layout('Tall', False, margin)}{_layout('Broad', True, margin)}{strong}{columns}{bullets}{made}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
