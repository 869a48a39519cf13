"""ALT303 where an amount stands in words: fractions, multiples, round numbers, rhythms, units without a number."""

import pytest

FIGURE = ["ALT303 critical"]
CHANGED = [
    ("The drought killed @ of the hazel trees above Orvik.", "a third", "a quarter"),
    ("Nearly @ of the hazel trees above Orvik died last summer.", "half", "a third"),
    ("The rail yard is @ the size that the council promised.", "half", "a quarter"),
    ("About @ of the members voted by post in the spring.", "two-thirds", "three-quarters"),
    ("Rents in the upper town fell by @ in the two years after the flood.", "a third", "a quarter"),
    ("The price of a ticket has @ since the bridge was closed.", "doubled", "tripled"),
    ("The new pumps have @ the cost of keeping the shafts dry.", "halved", "doubled"),
    ("The bridge now carries @ as many lorries as it was built for.", "twice", "three times"),
    ("The landslide left @ of families without a road.", "dozens", "hundreds"),
    ("The landslide left @ families without a road.", "dozens of", "300"),
    ("The storm drove @ of people from the coast.", "tens of thousands", "hundreds of thousands"),
    ("The board publishes its accounts @ and sends them out.", "quarterly", "annually"),
    ("Inspectors test the water at the lower weir @ for copper.", "twice a day", "five times a day"),
    ("The guard walks round the old mill twice @ with a lamp.", "a day", "a week"),
    ("Nach Angaben der Behörde ist @ der Brücken im Tal nicht mehr sicher.", "ein Drittel", "ein Viertel"),
    ("Die Zahl der Anträge hat sich nach Angaben der Stadt in einem Jahr @.", "verdoppelt", "verdreifacht"),
    ("Nach dem Sturm waren @ Familien im Tal ohne Strom und ohne Wasser.", "Dutzende", "Hunderte"),
    ("Le prix du billet a @ depuis la fermeture du pont, selon la mairie.", "doublé", "triplé"),
    ("Selon la mairie, @ des arbres du parc de Sorval sont malades.", "la moitié", "un tiers"),
    ("La tempête a laissé des @ de familles de la vallée sans eau.", "dizaines", "centaines"),
    ("El precio del billete se ha @ desde que se cerró el puente.", "duplicado", "triplicado"),
    ("Según la alcaldía, @ de los árboles del parque está enferma.", "la mitad", "una tercera parte"),
    ("La tormenta dejó a @ de familias del valle sin agua ni luz.", "decenas", "cientos"),
]


@pytest.mark.parametrize(("source", "words", "others"), CHANGED)
def test_another_amount_is_a_changed_figure(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == FIGURE


SAME = [
    ("A third of the hazel trees died.", "a third", "33 percent"),
    ("About @ of the members voted by post in the spring.", "two thirds", "67 percent"),
    ("About @ of the members voted by post in the spring.", "two-thirds", "2/3"),
    ("About @ of the members voted by post in the spring.", "half", "50 percent"),
    ("About @ of the members voted by post in the spring.", "three quarters", "75%"),
    ("The harbour board owes the town @ crowns for the crane.", "half a million", "500,000"),
    ("The crossing takes @ hours when the wind is from the north.", "two and a half", "2.5"),
    ("The crossing takes @ hours when the wind is from the north.", "2½", "2.5"),
]


@pytest.mark.parametrize(("source", "words", "others"), SAME)
def test_the_same_amount_in_another_dress_is_none(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == []


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        ("A third man came aboard", "A fourth man came aboard", FIGURE),
        ("The Daily Beacon was first aboard", "The Weekly Beacon was first aboard", ["ALT307 critical"]),
        ("The half-built pier lay before us", "The half built pier lay before us", []),
        ("They met in the old quarter", "They met in the old district", ["ALT301 major"]),
    ],
)
def test_what_looks_like_an_amount_and_is_none(compared, words, others, expected):
    source = "@ on the evening after the great storm."
    assert compared(source.replace("@", others), source.replace("@", words)) == expected


BOUNDS = [
    ("The repairs will cost the town @ 40 million crowns.", "more than", "less than"),
    ("The blast at the mill killed @ eleven people.", "at least", "at most"),
    ("The storm brought @ 60 millimetres of rain in one night.", "up to", "over"),
    ("Die Reparatur wird die Stadt @ 40 Millionen Kronen kosten.", "mehr als", "weniger als"),
    ("Les travaux coûteront à la ville @ 40 millions de francs.", "plus de", "moins de"),
    ("Las obras costarán a la ciudad @ 40 millones de pesos.", "más de", "menos de"),
]


@pytest.mark.parametrize(("source", "words", "others"), BOUNDS)
def test_another_bound_of_a_figure_is_another_scope(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == ["ALT306 major"]


HEDGED = [
    ("The crew of the tanker came through the storm @unharmed.", "almost "),
    ("The village was @empty when the rescuers came up the road.", "practically "),
    ("Police counted @40 people at the gate of the mine.", "about "),
    ("The repairs will cost the town @40 million crowns.", "more than "),
    ("Das Dorf war nach dem Sturm @leer, sagte die Bürgermeisterin.", "fast "),
    ("Le village était @vide après la tempête, selon la mairie.", "presque "),
    ("El pueblo estaba @vacío después de la tormenta, dijo la alcaldesa.", "casi "),
]


@pytest.mark.parametrize(("source", "hedge"), HEDGED)
def test_a_dropped_nearly_is_a_dropped_hedge(compared, source, hedge):
    assert compared(source.replace("@", ""), source.replace("@", hedge)) == ["OMI203 major"]
