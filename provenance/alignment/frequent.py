"""Words that are frequent in any text of their language, and so tell little about where a text came from."""

from __future__ import annotations

# English, roughly from the most frequent down. Zipf's law turns the rank into a frequency.
ENGLISH = """
the of and to a in that is was it for on with as he be at by i this had not are but from or have an they which one
you were his all her she there would their we him been has when who will no more if out so said what up its about
into than them can only other new some could time these two may then do first any my now such like our over man me
even most made after also did many before must through back years where much your way well down should because each
just those people mr how too little state good very make world still own see men work long get here between both
life being under never day same another know while last might us great old year off come since against go came right
used take three states himself few house use during without again place american around however home small found mrs
thought went say part once general high upon school every don't does got united left number course war until always
away something fact though water less public put think almost hand enough far took head yet government system better
set told nothing night end why called didn't eyes find going look asked later knew point next program city business
give group toward young days let room president side social given present several order national possible rather
second face per among form important often things looked early white case john large become big need four within felt
along children saw best church ever least power development light thing seemed family interest want members mind
country area others done turned although open god service certain kind problem began different door thus help sense
means whole matter
week company report reported according officials official police percent million billion monday tuesday wednesday
thursday friday saturday sunday january february march april june july august september october november december
news statement told minister party court law policy plan council mayor support including help change money percent
cost month months today told saying says get really want i'm it's that's can't won't isn't he's she's they're we're
five six seven eight nine ten half hundred thousand man woman women child history study research result information
use using known local question available public percent per cent tax job jobs health care market price prices team
game play free human full whether either across behind near above below outside inside another
""".split()

# Words of other languages that stand among the first fifty of theirs, at about one word in a hundred each.
OTHERS = """
der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
le la les un une du et est que qui dans en au pour par sur pas ce il elle ne se plus avec son sa ses aux sont ont été
el los las del que y es por con para una su al lo como más pero sus fue ha no o este sí porque esta entre cuando muy
il di che non gli della dei per è si da con sono nel alla più anche ma dal delle come questo ha
o os as do da dos das em um uma não na no se mais mas foi ao ele por como seu sua
de het een van en in op te dat die is niet zijn met voor aan er om ook als maar bij
и в не на я что он с как это по а но к у из за от так же для вы мы все бы был его
""".split()
