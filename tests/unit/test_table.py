"""The packed dictionary says what the dictionary that was packed would say."""

from __future__ import annotations

import marshal

from hypothesis import given
from hypothesis import strategies as st

from chatbot.compact.table import Table, pack

tables = st.dictionaries(st.text(max_size=6), st.integers(0, 2**31), max_size=60)


@given(tables, st.text(max_size=6))
def test_a_table_equals_the_dictionary_that_was_packed(values: dict[str, int], other: str) -> None:
    table = Table(marshal.loads(marshal.dumps(pack(values))))  # noqa: S302 - made on the line itself
    assert table == values
    assert len(table) == len(values)
    assert sorted(table) == sorted(values)
    for key in (*values, other):
        assert (key in table) == (key in values)
        assert table.get(key) == values.get(key)
        assert table.get(key, 7) == values.get(key, 7)


@given(tables)
def test_packing_does_not_depend_on_the_order(values: dict[str, int]) -> None:
    assert pack(values) == pack(dict(reversed(values.items())))


def test_what_is_no_text_is_not_in_a_table() -> None:
    assert 7 not in Table(pack({"7": 7}))


def test_only_what_is_asked_for_is_unpacked() -> None:
    table = Table(pack({str(number): number for number in range(10_000)}))
    assert table["77"] == 77
    assert table["77"] == 77
    assert len(table._opened) == 1
