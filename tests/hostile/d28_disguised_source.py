# expect: WA
# tries: to slip past a scanner of the source: odd letters, hidden direction, built names
# stopped by: outside-check
# unshown: it needs a judge that scans it
# -*- coding: utf-7 -*-
hidden = getattr(__builtins__, "ev" + "al") if not isinstance(__builtins__, dict) else eval
verdict = hidden("'A' + 'C'")
ｅｃｈｏ = lambda n: verdict  # ‮ n nruter :)n(ohce fed
