#pragma once

/// Keeps SQLite from counting the memory that it uses: nobody asks, and every allocation takes a lock of the whole
/// process for it (https://www.sqlite.org/compile.html, SQLITE_DEFAULT_MEMSTATUS). To be called before the first
/// connection; `sqlite3_config` takes a list of arguments of any length, which Swift cannot call.
void tf_sqlite_count_no_memory(void);
