"""Pictures of every window and dialog of the real program, on a sample estate, in both scripts.

    python -m tests.gallery DIR [--language zh_Hant] [--scene NAME]

A scene is a function that brings the program to one state; `scenes.SCENES` lists them all. The
clock stands still and the sample's chance is fixed, so the same program gives the same pictures.
"""
