# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails if the sources have a text that a catalogue lacks, or a catalogue one that no source has any more. It is lupdate that
# says so, of copies. English has only some of the texts: tst_translations compares those with the other catalogues.

file(GLOB catalogues "${CATALOGUES}/signalbox_*.ts")
list(REMOVE_ITEM catalogues "${CATALOGUES}/signalbox_en.ts")
if(NOT catalogues)
  message(FATAL_ERROR "There is no catalogue in ${CATALOGUES}")
endif()
file(REMOVE_RECURSE "${FOLDER}")
file(COPY ${catalogues} DESTINATION "${FOLDER}")

# A project, for its include paths: without the headers, lupdate takes classes for others.
file(STRINGS "${SOURCES}" sources)
list(JOIN sources "\", \"" sources)
foreach(catalogue IN LISTS catalogues)
  cmake_path(GET catalogue FILENAME name)
  file(WRITE "${FOLDER}/project.json"
    "{ \"projectFile\": \"\", \"includePaths\": [ \"${ROOT}\" ], \"sources\": [ \"${sources}\" ],\n"
    "  \"translations\": [ \"${FOLDER}/${name}\" ] }\n")
  execute_process(COMMAND "${LUPDATE}" -project "${FOLDER}/project.json" -locations none -no-ui-lines
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE status)
  if(NOT status EQUAL 0 OR NOT output MATCHES "\\(0 new and [0-9]+ already existing\\)" OR output MATCHES "obsolete")
    message(SEND_ERROR "${name} is not what the sources say; ninja update_translations, then translate:\n${output}")
  endif()
endforeach()
