"""The search: ruin and recreate under simulated annealing, compiled.

A talk's feasible starts are bits; a household, teacher, student, interpreter or shared room keeps a sorted diary.
"""
