"""Who takes part in what, and since when? The cooperation of 2016 on a time line and on a map.

All of it is read from the bundled documents, with their sources. What a document does not say is not filled in.
"""

import datetime as dt

from familjen.datasets import familjen_helsingborg_2016

coop = familjen_helsingborg_2016()
DAYS = (dt.date(2015, 6, 1), dt.date(2016, 6, 1), dt.date(2020, 6, 1))

for day in DAYS:
    then = coop.on(day)
    print(f"{day}: {len(then.agreements)} agreement, {len(then.shared_services)} service, {len(then.plans)} plan.")

print("\nThe joint family law unit:")
service = coop.shared_service("familjeratt")
print(f"  performed by {coop.party(service.provider).name}, {service.period}")
print(f"  for {', '.join(coop.party(each.party).name for each in service.recipients)}")

unknown = sum(member.period is None for member in coop.members)
print(f"\nOf {len(coop.members)} members it is not known of {unknown} since when they are: the sources")
print("name the members of 2016, and no day on which they joined.")


def picture() -> object:
    """Draw what is in force when."""
    from familjen.report.plots import plot_agreements

    return plot_agreements(coop, on=DAYS[-1])
