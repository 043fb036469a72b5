"""How do real agreements share their costs? The published clauses that come with the library, read as data.

Each has its source, and published figures are held against it in the tests. What no calculation can decide is kept as a
condition, in the words of the source.
"""

import textwrap
from collections import Counter

from familjen.datasets import real_clause, real_clauses

clauses = real_clauses()
print(f"{len(clauses)} published clauses:\n")
for each in clauses:
    print(textwrap.fill(f"{each.id}: {each.title}", 80, subsequent_indent="    "))

shown = real_clause("alingsas-vargarda-raddning")
print(f"\n{shown.title}:")
for line in shown.clause.text("en").splitlines():
    print(textwrap.fill(line, 80, initial_indent="  ", subsequent_indent="     "))

told = [each for each in clauses if each.clause is not None]
shared = Counter(type(step).__name__ for each in told for step in each.clause.steps)
(name, times), *_ = shared.most_common()
print(f"\n{len(told)} of the {len(clauses)} say how a cost is shared, the rest what the law asks. The step that")
print(f"comes most often in them is {name}, {times} times.")
