#!/usr/bin/env python3
"""Reads PubMed XML with the real pubmed_parser, as a peer for another program on the same input.

    pip install pubmed_parser==0.5.1
    python pubmed_parser.py version
    python pubmed_parser.py stops FILE.xml.gz          the articles it cannot read, counted from 0, and why
    python pubmed_parser.py read FILE.xml.gz PASSES    records of one pass, CPU seconds of all passes

Prints one JSON document. CPU is user and system time of this process, without its start.
"""
import gzip
import json
import os
import resource
import sys

# This file has the name of what it measures: its own folder must not come first.
here = os.path.dirname(os.path.abspath(__file__))
sys.path = [folder for folder in sys.path if os.path.abspath(folder or os.curdir) != here]

from importlib.metadata import version  # noqa: E402

from lxml import etree  # noqa: E402
from pubmed_parser import parse_medline_xml  # noqa: E402
from pubmed_parser.medline_parser import parse_article_info, parse_grant_id  # noqa: E402


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def stops(path):
    """What parse_medline_xml does with an article, but each on its own, so that one does not end the file."""
    found = []
    place = 0
    with gzip.open(path, "rb") as file:
        for _, element in etree.iterparse(file, events=("end",), tag="PubmedArticle"):
            try:
                parse_article_info(element, True, False, False, False)
                parse_grant_id(element)
            except Exception as error:
                found.append({"place": place, "error": type(error).__name__})
            place += 1
            element.clear()
    return found


def read(path, passes):
    records = 0
    before = cpu_seconds()
    for _ in range(passes):
        for _ in parse_medline_xml(path):
            records += 1
    return {"records": records / passes, "cpuSeconds": cpu_seconds() - before}


def main(words):
    if words[:1] == ["version"]:
        return {"version": version("pubmed_parser"), "python": sys.version.split()[0]}
    if words[:1] == ["stops"]:
        return stops(words[1])
    return read(words[1], int(words[2]))


print(json.dumps(main(sys.argv[1:])))
