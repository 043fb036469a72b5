"""How does cost go together with size? Estimated from what Sweden's municipalities spent in 2022.

Spending and inhabitants are real (Statistics Sweden); spending is all of a municipality's. An association is not a
saving: nobody was merged to see what happens. Estimating needs the extra ``estimate``.
"""

import textwrap

from familjen.scale.estimate import estimate_elasticity, municipal_panel

panel = municipal_panel(2022)
found = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", labels=panel.codes, split=15_000)
curved = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", functional_form="translog")

print(f"{panel}\n")
print(textwrap.fill(str(found), 80) + "\n")
for part in found.classes:
    print(part)
print("\nWhat speaks against it:")
for warning in found.diagnostics.warnings():
    print(f"  {warning}")
print("\nAn elasticity that changes with size:")
for size in (5_000, 20_000, 100_000):
    print(f"  at {size:,} inhabitants {curved.elasticity_at(size)}")

each = found.elasticity
print(f"\nOne per cent more inhabitants go together with {abs(float(each.value)):.3f} per cent less spending per")
print("inhabitant, and at 100,000 with nothing that differs from zero.")
