# SPDX-License-Identifier: GPL-3.0-or-later
#
# The texts that a person sees. English is there for its plural forms: "%n connection(s)".
#   ninja update_translations   takes new texts from the sources into the .ts files
# Call both from the folder of the executable, after its libraries have all their sources. The catalogues are found at
# :/i18n/signalbox_<language>.qm.

# Another language is another word here, its .ts file (update_translations makes it), and an entry of gui/settings/language.cpp.
set(signalbox_languages de es zh_CN)

set(signalbox_plurals_file ${CMAKE_CURRENT_LIST_DIR}/signalbox_en.ts)
list(TRANSFORM signalbox_languages PREPEND ${CMAKE_CURRENT_LIST_DIR}/signalbox_ OUTPUT_VARIABLE signalbox_language_files)
list(TRANSFORM signalbox_language_files APPEND .ts)
set(signalbox_ts_files ${signalbox_plurals_file} ${signalbox_language_files})

# signalbox_add_translations(<executable>): puts the catalogues into it.
function(signalbox_add_translations executable)
  qt_add_lrelease(${executable} TS_FILES ${signalbox_ts_files} QM_FILES_OUTPUT_VARIABLE catalogues)
  qt_add_resources(${executable} "${executable}_translations"
    PREFIX "/i18n" BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${catalogues})
endfunction()

# signalbox_update_translations(<executable> <library>...): one executable alone looks through the sources, its own and those
# of all libraries: two of them on the same file would each call the other's texts obsolete.
function(signalbox_update_translations executable)
  set(sources)
  foreach(target IN LISTS executable ARGN)
    get_target_property(files ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    foreach(file IN LISTS files)
      cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${folder}")
      if(file MATCHES "\\.(cpp|h|ui)$" AND NOT file MATCHES "^${PROJECT_BINARY_DIR}/")
        list(APPEND sources "${file}")
      endif()
    endforeach()
  endforeach()
  list(JOIN sources "\n" lines)
  file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/translated-sources.lst" CONTENT "${lines}\n") # for tests/translations
  qt_add_lupdate(${executable} TS_FILES ${signalbox_plurals_file} SOURCES ${sources}
    OPTIONS -locations none -no-ui-lines -pluralonly)
  if(signalbox_language_files)
    list(GET ARGN 0 library) # one target has one call
    qt_add_lupdate(${library} TS_FILES ${signalbox_language_files} SOURCES ${sources}
      OPTIONS -locations none -no-ui-lines -no-obsolete)
  endif()
endfunction()
