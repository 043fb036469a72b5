"""How many are needed on duty alone, and how many together? A switchboard for five municipalities, by Erlang C.

Where calls come at random, a larger group evens chance out. The loads are ILLUSTRATIVE: nobody publishes them.
"""

import textwrap

from familjen.games import shapley
from familjen.scale.pooling import AnsweredWithin, pool_servers

LOADS = {"Helsingborg": 12.0, "Klippan": 1.6, "Svalöv": 1.2, "Åstorp": 1.5, "Örkelljunga": 0.9}

level = AnsweredWithin(20, share=0.8, service_time=180)
pooled = pool_servers(LOADS, level)
dearer = pool_servers(LOADS, level, added=0.10)

print(f"Loads in erlang, ILLUSTRATIVE.\n\n{pooled}\n")
for line in pooled.explain().splitlines():
    print(textwrap.fill(line, 80))
print("\nThe Shapley value of the posts:")
for name, posts in shapley(pooled.game()).items():
    print(f"  {name:<12}{float(posts):6.2f} of {sum(pooled.alone)} apart, {pooled.together} together")

print(f"\nTogether {pooled.together} are enough instead of {sum(pooled.alone)}. If working together makes work 10 per")
print(f"cent longer it takes {dearer.together}, and from {pooled.break_even:.0%} on nothing is won.")


def picture() -> object:
    """Draw what each needs alone, and all together."""
    from familjen.report.plots import plot_pooled

    return plot_pooled(pooled, illustrative=True)
