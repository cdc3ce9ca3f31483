"""The ontology's files as graphs, and its terms, for the tests of this room."""

import rdflib
from rdflib import RDF, Namespace

from kingmaker.ids import ONTOLOGY
from kingmaker.ontology import ontology_files, ontology_folder
from kingmaker.rdf.namespaces import TAXONOMY

FOLDER = ontology_folder()
NAME = "https://w3id.org/kingmaker/ontology/"  # and the stem of the file
KM, KMX = Namespace(ONTOLOGY), Namespace(TAXONOMY)

BY_FILE = {file.stem: rdflib.Graph().parse(file) for file in ontology_files()}
ALL = rdflib.Graph()
for part in BY_FILE.values():
    ALL += part
TERMS = sorted({s for s in ALL.subjects(RDF.type) if str(s).startswith((ONTOLOGY, TAXONOMY))})
SHORT = {("km:" if str(t).startswith(ONTOLOGY) else "kmx:") + t.rpartition("/")[2] for t in TERMS}
