"""Lists of people, pasted and uploaded: what is read, what is refused row by row, and that all or nothing is saved."""

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override
from openpyxl import Workbook

from corridor import spreadsheets
from events.imports import people, sheets
from events.models import Delegate
from tests.events.factories import make_delegate, make_delegation
from tests.events.test_delegation_people import address

pytestmark = pytest.mark.django_db
GERMAN = (
    "Anrede;Vornamen;Nachname;Funktion;Firma;E-Mail;Sprache\r\n"
    "Frau;Jürgen;Weiß;Gründer;Müller GmbH;j@m.example;Deutsch\r\n"
)
ENGLISH = "Given names,Surname,Email\nGopalakrishnan,,g@k.example\nS. R.,Venkataraman,\n"


@pytest.fixture
def delegation(event):
    return make_delegation(event, organisation="KDEM", places=5)


def upload(content, name="list.csv"):
    return SimpleUploadedFile(name, content)


def workbook(*rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return upload(file.getvalue(), "list.xlsx")


def check(client, delegation, text="", file=None):
    """What the page says of a list."""
    data = {"text": text} | ({"file": file} if file else {})
    return client.post(address("import", delegation), data).content.decode()


def save(client, delegation, page, **changes):
    """Press the button that saves what the page shows."""
    rows = page.partition('name="rows" value="')[2].partition('"')[0]
    data = {"rows": rows} | changes
    return client.post(address("import", delegation), data, follow=True).content.decode()


def names(delegation):
    return [(d.given_names, d.surname) for d in delegation.delegates.all()]


def test_list_is_shown_before_it_is_saved(client, delegation):
    page = check(client, delegation, ENGLISH)
    assert "2 rows were read and are right." in page
    assert not Delegate.objects.exists()
    saved = save(client, delegation, page)
    assert "2 people are on the list now." in saved
    assert names(delegation) == [("Gopalakrishnan", ""), ("S. R.", "Venkataraman")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_file_is_read_in_every_usual_encoding_and_shape(client, delegation, delimiter, encoding):
    content = GERMAN.replace(";", delimiter).encode(encoding)
    save(client, delegation, check(client, delegation, file=upload(content)))
    person = Delegate.objects.get()
    assert (person.given_names, person.surname, person.organisation) == (
        "Jürgen",
        "Weiß",
        "Müller GmbH",
    )
    assert (person.salutation, person.job_title, person.language) == ("ms", "Gründer", "de")


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nVorname;Name\nAsha;Rao",
        "\ufeffName\tVorname\nRao\tAsha",
        "Last name,First name\n\n\nRao,Asha\n,\n",
        'FAMILY NAME;"Given Name(s)";Shoe size\n"Rao";"Asha";42',
        "Given_names,Sur-name\r\nnobody,nothing".replace("Sur-name", "surname")
        .replace("nobody", "Asha")
        .replace("nothing", "Rao"),
    ],
)
def test_headings_are_known_however_they_are_written(client, delegation, text):
    save(client, delegation, check(client, delegation, text))
    assert names(delegation) == [("Asha", "Rao")]


def test_workbook_is_read(client, delegation):
    rows = (
        ["Given names", "Surname", "Function"],
        ["Meera", None, 7.0],
        [None, None, None],
        ["Ngọc Ánh", "Lê", date(2024, 8, 1)],
    )
    save(client, delegation, check(client, delegation, file=workbook(*rows)))
    assert names(delegation) == [("Meera", ""), ("Ngọc Ánh", "Lê")]
    assert [d.job_title for d in delegation.delegates.all()] == ["7", "2024-08-01"]


def test_names_come_back_exactly_as_they_were_shown(client, delegation):
    odd = [
        ["Given names", "Surname"],
        ["ಮೀರಾ", "O’Brien-de la Cruz, Jr."],
        ["J. <b>R.</b> R.", "Ta\u00adgore & Sons"],
    ]
    page = check(client, delegation, file=workbook(*odd))
    assert escape("J. <b>R.</b> R.") in page
    save(client, delegation, page)
    assert names(delegation) == [tuple(row) for row in odd[1:]]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",Rao,a@k.example", "Given names: Fill this in."),
        ("Asha,Rao,a@", "Email address: Enter an email address"),
        ("=1+1,Rao,", "Given names: It begins with “=” like a formula."),
        ("+Asha,Rao,", "Given names: It begins with “+” like a formula."),
        ("-Asha,Rao,", "Given names: It begins with “-” like a formula."),
        ("Asha,@SUM(A1),", "Surname: It begins with “@” like a formula."),
        ("#REF!,Rao,", "Given names: It is an error of the spreadsheet."),
        ("MÃ¼ller,Rao,", "Given names: Its letters are damaged."),
        ("M\ufffdller,Rao,", "Given names: Its letters are damaged."),
        (f"{'a' * 121},Rao,", "Given names: At most 120 characters"),
        ('"As\nha",Rao,', "Given names: Write the name in one line."),
        ("Asha,Rao,a@k.example,more", "This row has more cells than the first one has headings."),
        ("Asha,Rao,ONE@k.example", "Email address: The same address as in row 2."),
        (
            "Asha,Rao,known@k.example",
            "Email address: This email address is taken at this event already.",
        ),
    ],
)
def test_row_that_is_not_right_is_named_and_nothing_is_saved(client, event, delegation, row, words):
    make_delegate(event, make_delegation(event, organisation="Other"), email="Known@k.example")
    page = check(client, delegation, f"Given names,Surname,Email\nMeera,,one@k.example\n{row}\n")
    assert words in page
    assert "1 row is not right yet. Nothing is saved." in page
    assert "Of 2 rows, 1 is not right yet." in page.replace("are not", "is not")
    assert 'name="rows"' not in page
    assert not delegation.delegates.exists()


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [
        ("Salutation", "King", "Write Ms, Mr, Dr or Prof"),
        ("Language", "Kannada", "Write German or English"),
    ],
)
def test_words_that_mean_nothing_are_named(client, delegation, heading, cell, words):
    assert words in check(client, delegation, f"Given names,Surname,{heading}\nAsha,Rao,{cell}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Asha,Rao\nMeera,Nagarajan", "Missing: Given names · Surname."),
        ("Given names;Email\nAsha;a@k.example", "Missing: Surname."),
        ("Name,Email\nAsha Rao,a@k.example", "Missing: Given names."),
        ("Vorname;Given name;Nachname\na;b;c", "Two columns are “Vorname”."),
        ('Given names,Surname\nAsha,"Rao', "Row 2 can't be read"),
        ("Given names,Surname\n", "The list names nobody."),
        ("", "Paste a list or choose a file, one of the two."),
        ("Given names,Surname\n" + "A,B\n" * 10_000, "The list has more than 500 rows."),
    ],
)
def test_list_that_can_not_be_read_says_why(client, delegation, text, words):
    page = check(client, delegation, text).replace("&#x27;", "'")
    assert words in page
    assert "There is something to correct" in page


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (upload(b"\x81\x8d\x8f\x90"), "The letters can't be read."),
        (
            upload(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "list.xls"),
            "This is an old or protected Excel file.",
        ),
        (upload(b"PK\x03\x04" + b"?" * 99, "list.xlsx"), "The file is damaged"),
        (upload(b"a" * (sheets.BYTES_LIMIT + 1)), "larger than a list of people can be"),
        (upload(b""), "The submitted file is empty."),
        (upload(b"a," * 200_000), "Row 1 can't be read"),
        (upload(b"Vorname;Nachname" + b";a" * 40), "larger than a list of people can be"),
        (upload(b"\n" * 20_001), "The list has more than 500 rows."),
        (upload(b"%PDF-1.7 %%EOF", "list.pdf"), "Missing: Given names"),
    ],
)
def test_file_that_can_not_be_read_says_why(client, delegation, file, words):
    page = check(client, delegation, file=file).replace("&#x27;", "'")
    assert words in page
    assert 'name="rows"' not in page


def test_workbook_of_ten_thousand_rows_is_refused(client, delegation):
    rows = [["Given names", "Surname"], *([f"A{number}", "B"] for number in range(10_000))]
    file = upload(spreadsheets.as_xlsx(rows), "list.xlsx")
    assert "larger than a list of people can be" in check(client, delegation, file=file)


def test_formula_of_a_workbook_is_refused_and_not_reckoned(client, delegation):
    page = check(
        client, delegation, file=workbook(["Given names", "Surname"], ["=CONCATENATE(1,2)", "Rao"])
    )
    assert "It begins with “=” like a formula." in page
    assert "=CONCATENATE(1,2)" in page


def packed(**parts):
    """An archive that says it is a workbook."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in (
            spreadsheets.PARTS | {"xl/worksheets/sheet1.xml": parts.pop("sheet")}
        ).items():
            archive.writestr(name, text)
        for name, text in parts.items():
            archive.writestr(name, text)
    return upload(file.getvalue(), "list.xlsx")


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def test_workbook_that_unpacks_to_gigabytes_is_refused(client, delegation):
    file = packed(sheet=SHEET.format(""), bomb=b"\0" * (sheets.UNPACKED_LIMIT + 1))
    assert file.size < 100_000
    assert "larger than a list of people can be" in check(client, delegation, file=file)


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        + SHEET.format("<row><c t='str'><v>&b;</v></c></row>"),
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + SHEET.format("<row><c t='str'><v>&a;</v></c></row>"),
        SHEET.format("<row><c"),
        SHEET.format("<row r='x'><c/></row>"),
        SHEET.format("<row><c t='s'><v>9</v></c></row>"),
        "",
    ],
)
def test_workbook_with_tricks_inside_is_damaged(client, delegation, sheet):
    page = check(client, delegation, file=packed(sheet=sheet))
    assert "The file is damaged" in page
    assert "root:" not in page


@pytest.mark.parametrize(
    "parts",
    [
        {"sheet": SHEET.format("<row/>" * sheets.MOST_TAGS)},
        {"sheet": SHEET.format(""), "xl/styles.xml": "<a/>" * sheets.MOST_TAGS_AROUND},
    ],
)
def test_workbook_that_would_take_long_to_read_is_refused(client, delegation, parts):
    page = check(client, delegation, file=packed(**parts))
    assert "larger than a list of people can be" in page


def test_workbook_in_an_encoding_that_hides_its_tags_is_refused(client, delegation):
    sheet = "<?xml version='1.0' encoding='cp500'?>" + SHEET.format("")
    assert "This is no list." in check(client, delegation, file=packed(sheet=sheet))


def test_formula_is_not_written_out_for_every_cell_that_shares_it(delegation):
    long = "<c r='A1'><f t='shared' si='0'>{}</f></c>".format("A1+" * 50_000)
    rows = "<row><c><f t='shared' si='0'/></c></row>" * 400
    sheet = SHEET.format(f"<row r='1'>{long}</row>{rows}")
    found = sheets.read(text="", file=packed(sheet=sheet), fits=people.columns.fits)
    assert len(found.rows) == 401
    assert len(found.headings[0]) == sheets.MOST_OF_FORMULA


def test_workbook_that_claims_a_row_far_away_is_read_within_its_bounds(client, delegation):
    far = SHEET.format("<row r='999999999'><c t='inlineStr'><is><t>Given names</t></is></c></row>")
    assert "Missing: Surname." in check(client, delegation, file=packed(sheet=far))


def test_uploaded_list_with_an_error_comes_back_to_be_mended(client, delegation):
    page = check(
        client,
        delegation,
        file=workbook(["Given names", "Surname", "Email"], [], ["Asha", "Rao", "a@"]),
    )
    assert '<th scope="row" role="rowheader">Row 3</th>' in page
    text = "Given names\tSurname\tEmail\n\nAsha\tRao\ta@"
    assert text in page.replace("\r\n", "\n")
    assert "1 row was read and is right." in check(client, delegation, text + "k.example")


def test_more_people_than_places_are_named_row_by_row(client, event, delegation):
    make_delegate(event, delegation)
    text = "Given names,Surname\n" + "".join(f"Person,{number}\n" for number in range(6))
    page = check(client, delegation, text)
    assert "2 rows are not right yet. Nothing is saved." in page
    assert page.count("No place is left for this row.") == 2
    assert "4 places are left." in page


def test_saving_the_same_list_twice_saves_it_once(client, delegation):
    page = check(client, delegation, "Given names,Surname\nAsha,Rao")
    save(client, delegation, page)
    assert "The list has changed meanwhile." in save(client, delegation, page)
    assert names(delegation) == [("Asha", "Rao")]


def test_list_is_checked_again_when_it_is_saved(client, event, delegation):
    page = check(
        client, delegation, "Given names,Surname,Email\nAsha,Rao,a@k.example\nMeera,,m@k.example"
    )
    make_delegate(event, delegation, email="m@k.example")
    again = save(client, delegation, page, text="as pasted")
    assert "This email address is taken at this event already." in again
    assert "as pasted" in again
    assert delegation.delegates.count() == 1


def test_list_that_was_tampered_with_or_is_anothers_is_not_saved(client, event, delegation):
    other = make_delegation(event, organisation="Other")
    page = check(client, other, "Given names,Surname\nAsha,Rao")
    for answer in (save(client, delegation, page), save(client, delegation, page, rows="forged")):
        assert "The list did not come back as it was shown." in answer
    assert not Delegate.objects.exists()


def test_list_is_not_read_after_the_last_day(client, delegation, set_clock):
    page = check(client, delegation, ENGLISH)
    set_clock(date(2024, 8, 15))
    save(client, delegation, page)
    assert client.get(address("import", delegation)).status_code == 302
    assert not Delegate.objects.exists()


@pytest.mark.parametrize("number", [1, 30])
def test_checking_costs_the_same_for_one_and_thirty(
    client, event, event_team, number, django_assert_num_queries
):
    delegation = make_delegation(event, by=event_team, places=30)
    rows = "".join(f"Person,{index},p{index}@k.example\n" for index in range(number))
    with django_assert_num_queries(4):
        check(client, delegation, f"Given names,Surname,Email\n{rows}")


@pytest.mark.parametrize("language", ["de", "en"])
def test_empty_list_has_headings_that_are_read(client, delegation, language):
    with override(language):
        response = client.get(reverse("delegation_template", args=[delegation.head_token]))
        content = response.content.decode("utf-8-sig")
        assert response["Content-Disposition"].startswith("attachment")
        sheet = sheets.read(
            text=content + content.replace("\r\n", ""), file=None, fits=people.columns.fits
        )
    assert set(people.columns.fields_of(sheet.headings).values()) == set(
        people.EntryForm.base_fields
    )


def test_columns_that_nobody_asked_for_are_named_and_not_kept(client, delegation):
    page = check(client, delegation, "Given names,Surname,Passport no.\nAsha,Rao,Z1234567")
    assert "These columns are not read: Passport no" in page
    rows = page.partition('name="rows" value="')[2].partition('"')[0]
    found, _after = people.from_signed(delegation, rows)
    assert "Z1234567" not in str(found.people)


def test_people_with_the_name_of_others_on_the_list_are_named(client, event, delegation):
    make_delegate(event, delegation, given_names="Asha", surname="Rao", email="")
    page = check(client, delegation, "Given names,Surname\nAsha,Rao\nMeera,")
    assert "With the same name on the list already: Asha Rao." in page
    assert "2 rows were read and are right." in page
