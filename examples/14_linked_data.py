"""Familjen Helsingborg as linked open data: what other programs can read of it, and what they cannot.

The facts are those of the annual report for 2016. The base address is illustrative: a publisher has its own.
"""

import textwrap
from typing import Any, cast

from familjen.datasets import familjen_helsingborg_2016
from familjen.io.linked import LinkedData, linked_data

BASE = "https://example.org/id/"


def told() -> LinkedData:
    """Give the linked data."""
    return linked_data(familjen_helsingborg_2016(), base=BASE)


def members(data: LinkedData) -> list[str]:
    """Find the members in the document, by following its references as any reader would."""
    things = {each["@id"]: each for each in cast("list[dict[str, Any]]", data.document["@graph"])}
    whole = f"{BASE}cooperation/{data.cooperation}"
    parts = [each for each in things.values() if each["@type"] == "org:Membership"]
    who = [things[part["org:member"]["@id"]] for part in parts if part["org:organization"]["@id"] == whole]
    return [party["skos:prefLabel"]["@value"] for party in who]


def main() -> None:
    """Tell of the members, and of what the vocabularies have no words for."""
    data = told()
    names = members(data)
    print(data)
    print(textwrap.fill(f"{len(names)} members: {', '.join(names)}", 80), end="\n\n")
    print("\n".join(data.notes()))
    number = sum(each.number for each in data.left_out)
    print("\nAny program that reads JSON-LD learns who cooperates, on what and by which")
    print(f"agreement; {number} facts, such as the cost clause, have no words there and stay in")
    print("the cooperation's own document.")


if __name__ == "__main__":
    main()
