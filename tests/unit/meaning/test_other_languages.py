"""Documents and pages in other languages than Norwegian are named, and no Norwegian one is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_language import DAMAGE, EN, NB, NN, SE
from written_pages import Line, layout

from planextract.meaning.language import language_name, read_language, tell_language

OTHERS = {
    "da": (
        "Kommunen skal være et godt sted at bo for alle borgere. Ydelserne skal gives tæt på "
        "borgeren, og de, der har brug for hjælp, skal vide, hvem de kan henvende sig til. "
        "Indsatserne i planen er valgt sammen med ungerådet og ældrerådet. Lederne i hver enhed "
        "har ansvaret for, at arbejdet bliver fulgt op, og målene skal vurderes igen hvert år. "
        "Der er ikke noget i planen, som kræver flere penge end dem, der allerede ligger i "
        "budgettet, men efter to år skal der ses på, om mere blev gjort af det, vi lovede."
    ),
    "sv": (
        "Kommunen ska vara en god plats att bo på för alla invånare. Tjänsterna ska ges nära "
        "där människor bor, och de som behöver hjälp ska veta vem de kan vända sig till. "
        "Åtgärderna i planen är valda tillsammans med ungdomsrådet. Cheferna har ansvaret för "
        "att arbetet följs upp, och målen ska bedömas på nytt varje år. Det är inte tänkt att "
        "planen kräver mer pengar än det som redan finns i budgeten."
    ),
    "en": EN,
    "de": (
        "Die Gemeinde soll ein guter Ort zum Leben für alle Einwohner sein. Die Dienste werden "
        "dort angeboten, wo die Menschen wohnen, und wer Hilfe braucht, soll wissen, an wen er "
        "sich wenden kann. Die Maßnahmen sind mit dem Jugendrat gewählt worden."
    ),
    "fi": (
        "Kunnan tulee olla hyvä paikka asua kaikille asukkaille. Palvelut annetaan lähellä "
        "ihmisiä, ja ne jotka tarvitsevat apua tietävät kenen puoleen he voivat kääntyä. "
        "Suunnitelman toimet on valittu yhdessä nuorten kanssa, ja tavoitteet arvioidaan joka "
        "vuosi uudelleen. Tämä ei ole vielä kaikki, mutta se on hyvä alku."
    ),
    "fr": (
        "La commune doit être un bon lieu de vie pour tous ses habitants. Les services sont "
        "donnés près des gens, et ceux qui ont besoin d'aide doivent savoir à qui ils peuvent "
        "s'adresser. Les mesures du plan ont été choisies avec le conseil des jeunes."
    ),
    "se": SE,
    "smj": (
        "Suohkan galggá liehket buorre sadje årrot gájkajda. Dievnastusá galggi liehket lahka "
        "ulmutjijt, ja sij gudi dárbahi viehkev galggi diehtet gæsi máhtti guládallat. Pládnav "
        "la dahkam aktan nuorajrádijn, ja ulme galggi árvustaláduvvat juohkka jage. Dát le "
        "ájnas gå mij galggap bargadit, valla dát ij le nuoges jus ij la rudá."
    ),
    "sma": (
        "Tjïelte edtja hijven sijjie årrodh gaajhkide årroejidie. Dïenesjh edtjieh lïhke "
        "almetjidie årrodh, jïh dah mah viehkiem daarpesjieh edtjieh daejredh giem maehtieh "
        "bïhkedidh. Soejkesje lea dorjeme ektesne noereraerine, jïh ulmieh edtjieh vuarjasjidh "
        "fïerhten jaepien. Daate lea vihkeles gosse mijjieh edtjebe barkedh."
    ),
}
LOREM = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
    "ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation "
    "ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in velit."
)
TITLE: list[Line] = [("Plan 2025–2029", 26)]


@pytest.mark.parametrize("code", OTHERS)
def test_a_document_in_another_language_is_named_and_not_read(code: str) -> None:
    found = read_language(layout(TITLE, [(OTHERS[code], 10)]))
    assert (found.code, found.is_read, found.foreign_pages) == (code, False, {})
    assert language_name(code) in found.sentence


@pytest.mark.parametrize("form", ["nn", "nb"])
@pytest.mark.parametrize("code", OTHERS)
def test_a_page_in_another_language_leaves_a_norwegian_plan(code: str, form: str) -> None:
    text = {"nn": NN, "nb": NB}[form]
    found = read_language(layout(TITLE, [(text, 10)], [(OTHERS[code], 10)], [(text, 10)]))
    assert (found.code, found.is_read, found.foreign_pages) == (form, True, {3: code})


def test_a_plan_in_two_languages_page_by_page_is_norwegian() -> None:
    sami = [(OTHERS["sma"], 10)]
    pages = [line for _ in range(3) for line in (sami, [(NB, 10)])]
    found = read_language(layout(TITLE, *pages))
    assert (found.code, set(found.foreign_pages)) == ("nb", {2, 4, 6})


@pytest.mark.parametrize("text", [NN, NB])
def test_no_sixty_words_of_norwegian_are_foreign(text: str) -> None:
    for damage in ({}, DAMAGE):
        words = "".join(damage.get(letter, letter) for letter in text).split()
        for at in range(len(words) - 60):
            assert not read_language(layout([(" ".join(words[at : at + 60]), 10)])).foreign_pages


def test_any_sixty_words_of_danish_are_danish() -> None:
    words = OTHERS["da"].split()
    told = {tell_language(" ".join(words[at : at + 60])) for at in range(len(words) - 60)}
    assert told == {"da"}


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([(LOREM, 10)], "other"),
        ([("Ωδε και εκει ειναι λογος " * 8 + LOREM, 10)], "other"),
        ([("12 34 56,7 100 % 2024 2025", 10)], None),
        ([("x y z aa bb", 10)], None),
        ([], None),
    ],
)
def test_what_is_no_text_is_no_norwegian_plan(lines: list[Line], code: str | None) -> None:
    found = read_language(layout(lines))
    assert (found.code, found.is_read) == (code, False)
    assert found.sentence.endswith(".")


def test_an_english_form_is_no_norwegian_plan() -> None:
    form = "Name Address Phone Date of birth Signature of the applicant Please send this form to us"
    assert not read_language(layout([(form, 10)])).is_read


@pytest.mark.parametrize(
    "line", ["Tiltaksplan for skule", "Handlingsplan for kultur og idrett", "Mål og tiltak"]
)
def test_a_short_norwegian_document_is_read(line: str) -> None:
    assert read_language(layout([(line, 20)])).is_read


@pytest.mark.parametrize("code", ["da", "sv", "en"])
def test_names_and_quoted_titles_make_no_page_foreign(code: str) -> None:
    quoted = " ".join(OTHERS[code].split()[:12])
    assert not read_language(layout([(f"{NB} {quoted}", 10)])).foreign_pages


def test_a_page_of_letters_set_apart_is_not_foreign() -> None:
    apart = " ".join(" ".join(word) if len(word) > 4 else word for word in NB.split())
    assert not read_language(layout([(NB, 10)], [(apart, 10)])).foreign_pages


SCRIPTS = {
    "Russian": "Муниципалитет должен быть хорошим местом для жизни всех жителей, и цели ясны.",
    "Korean": (
        "대수의 법칙은 보험료 계산원리 중 하나로 이용되는데 인간의 수명과 관련이 있으며 "
        "모든 주민을 위한 좋은 곳이어야 한다 그리고 목표는 매년 다시 평가된다"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["digital", "garbled"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_text_in_another_script_is_not_read_however_its_pages_pass(
    script: str, kind: str
) -> None:
    made = layout([(SCRIPTS[script], 10)])
    pages = tuple(replace(page, verdict=replace(page.verdict, kind=kind)) for page in made.pages)
    found = read_language(replace(made, pages=pages))
    assert (found.code, found.is_read) == ("other", False)
