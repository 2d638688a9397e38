# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DSOURCES=dir -DPACKAGES=dir -DOUTPUT=file -P assemble.cmake
#
# Puts styles, scripts, the socket.io-client bundle and its licences into the template, byte for byte, and writes the
# hash of each inline block into the page's Content-Security-Policy.
#
# All contents stay in quoted arguments: unquoted, CMake would take their semicolons and brackets for lists.

cmake_minimum_required(VERSION 3.25)

foreach(name IN ITEMS SOURCES PACKAGES OUTPUT)
  if(NOT DEFINED ${name})
    message(FATAL_ERROR "assemble.cmake: -D${name}=... is missing")
  endif()
endforeach()

# What an inline block may not contain: the end of its own element, or what makes an HTML parser look for another one.
function(read_inline file end result)
  file(READ "${file}" content)
  file(SIZE "${file}" size)
  string(LENGTH "${content}" length)
  string(TOLOWER "${content}" lower)
  foreach(forbidden IN ITEMS "${end}" "<!--" "%%")
    string(FIND "${lower}" "${forbidden}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${file}: holds \"${forbidden}\" at ${at}, which cannot be put inline")
    endif()
  endforeach()
  if(NOT size EQUAL length)
    message(FATAL_ERROR "${file}: ${size} bytes, of which CMake reads ${length} (carriage returns?)")
  endif()
  set(${result} "${content}" PARENT_SCOPE)
endfunction()

# 'sha256-<base64>' as Content-Security-Policy wants it.
function(csp_hash content result)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${content}")
  # 63 digits give 42 characters, three digits two characters; the last digit gives one more and "=".
  set(base64 "")
  foreach(i RANGE 0 60 3)
    string(SUBSTRING "${hex}" ${i} 3 digits)
    math(EXPR high "0x${digits} >> 6")
    math(EXPR low "0x${digits} & 63")
    string(SUBSTRING "${alphabet}" ${high} 1 first)
    string(SUBSTRING "${alphabet}" ${low} 1 second)
    string(APPEND base64 "${first}${second}")
  endforeach()
  string(SUBSTRING "${hex}" 63 1 digit)
  math(EXPR last "0x${digit} << 2")
  string(SUBSTRING "${alphabet}" ${last} 1 character)
  set(${result} "'sha256-${base64}${character}='" PARENT_SCOPE)
endfunction()

file(READ "${SOURCES}/client.html" page)

read_inline("${SOURCES}/client.css" "</style" CLIENT_CSS)
csp_hash("${CLIENT_CSS}" STYLE_HASHES)

set(THEME_FILE "${SOURCES}/theme.js")
set(SOCKET_IO_FILE "${PACKAGES}/socket.io-client/dist/socket.io.min.js")
set(WORKFLOW_CLIENT_FILE "${SOURCES}/workflow-client.js")
set(EVENT_LOG_FILE "${SOURCES}/event-log.js")
set(CLIENT_FILE "${SOURCES}/client.js")
set(SCRIPT_HASHES "")
foreach(script IN ITEMS THEME SOCKET_IO WORKFLOW_CLIENT EVENT_LOG CLIENT)
  read_inline("${${script}_FILE}" "</script" ${script})
  csp_hash("${${script}}" hash)
  string(APPEND SCRIPT_HASHES " ${hash}")
endforeach()
string(STRIP "${SCRIPT_HASHES}" SCRIPT_HASHES)

# The packages that the bundle is made of.
set(LICENCES "")
foreach(package IN ITEMS socket.io-client socket.io-parser engine.io-client engine.io-parser @socket.io/component-emitter)
  read_inline("${PACKAGES}/${package}/LICENSE" "--" licence)
  string(APPEND LICENCES "${package}\n\n${licence}\n")
endforeach()

foreach(placeholder IN ITEMS LICENCES SCRIPT_HASHES STYLE_HASHES CLIENT_CSS THEME SOCKET_IO WORKFLOW_CLIENT EVENT_LOG CLIENT)
  string(FIND "${page}" "%%${placeholder}%%" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "client.html: the placeholder %%${placeholder}%% is missing")
  endif()
  string(REPLACE "%%${placeholder}%%" "${${placeholder}}" page "${page}")
endforeach()
string(FIND "${page}" "%%" at)
if(NOT at EQUAL -1)
  message(FATAL_ERROR "client.html: an unknown placeholder is left at ${at}")
endif()

file(WRITE "${OUTPUT}" "${page}")
