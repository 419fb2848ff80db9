#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>

#include <errno.h>
#include <stdio.h>

/// Closes without the library's own words on standard error, which name files that nobody knows and belong to no log.
/// One thread at a time.
static inline lxw_error workbook_close_quietly(lxw_workbook *workbook) {
  FILE *own = stderr;
  FILE *nowhere = fopen("/dev/null", "w");
  if (nowhere) stderr = nowhere;
  errno = 0;
  lxw_error status = workbook_close(workbook);
  int number = errno;
  stderr = own;
  if (nowhere) fclose(nowhere);
  errno = number;
  return status;
}
#else
#error "xlsxwriter.h is missing: apt-get update && apt-get install -y libsqlite3-dev zlib1g-dev libxlsxwriter-dev"
#endif
