import csv
import json
from io import StringIO

import pytest

from corridor.open_data.renderers import harmless
from startups import actions
from startups.choices import ProfileState
from tests.startups.api.asking import API, LISTS, rows, table
from tests.startups.ecosystem import make_partner
from tests.startups.factories import make_startup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", LISTS)
def test_table_holds_what_json_holds(client, world, name):
    by_header = client.get(f"{API}/{name}/", headers={"accept": "text/csv"})
    by_address = client.get(f"{API}/{name}/", {"format": "csv"})
    assert by_header.content == by_address.content
    assert by_header["Content-Type"] == "text/csv; charset=utf-8"
    [line], [row] = table(by_header), rows(client, name)
    assert line["url_de"] == row["url_de"]
    assert {name.split("_")[0] for name in line} == {name.split("_")[0] for name in row}


def test_table_writes_lists_and_inner_objects_into_cells(client, world, founder):
    actions.change_startup(startup=world, by=founder, seeking=["customers", "talent"])
    [startup] = table(client.get(f"{API}/startups/?format=csv"))
    assert startup["seeking"] == "customers|talent"
    [opening] = table(client.get(f"{API}/openings/?format=csv"))
    assert opening["organisation_slug"] == "kaverion-edgenet"
    [project] = table(client.get(f"{API}/projects/?format=csv"))
    assert json.loads(project["milestones"])[0]["due_on"] == "2024-06-01"
    assert project["ends_on"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "  =", "＝"])
def test_table_holds_no_formula(client, founder, editor, sign):
    words = f'{sign}HYPERLINK("http://x")'
    make_startup(
        founder, state=ProfileState.PUBLISHED, editor=editor, one_liner_en=words, city="Köln, Mitte"
    )
    [line] = table(client.get(f"{API}/startups/?format=csv"))
    assert line["one_liner_en"] == words.replace(sign, f"{sign[:-1]}'{sign[-1]}", 1)
    assert line["city"] == "Köln, Mitte"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("before", [";", "; ", "\t", "x\n", 'x;"', 'x\t""', "x\r\n "])
def test_table_holds_no_formula_for_those_who_split_elsewhere(before, delimiter):
    line = StringIO()
    csv.writer(line).writerow(["a", harmless(f'{before}=HYPERLINK("http://x";"y")'), "b"])
    for row in csv.reader(StringIO(line.getvalue(), newline=""), delimiter=delimiter):
        assert not [cell for cell in row if cell.strip(' "').startswith("=")]


def test_table_without_rows_has_its_names_and_links(client, founder, editor):
    empty = client.get(f"{API}/partners/?format=csv")
    assert empty.content.decode("utf-8-sig").startswith("slug,name,kind,side,city,")
    for _ in range(3):
        make_partner(editor)
    second = client.get(f"{API}/partners/?format=csv&page_size=1&page=2")
    base = "<http://localhost:8000/api/v1/partners/?format=csv&page_size=1&page="
    assert second["Link"] == f'{base}3>; rel="next", {base}1>; rel="previous"'


def test_one_object_is_a_table_too(client, published):
    [line] = table(client.get(f"{API}/startups/{published.slug}/?format=csv"))
    assert line["name"] == "Kaverion EdgeNet"
