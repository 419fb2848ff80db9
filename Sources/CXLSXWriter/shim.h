#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>
#else
#error "xlsxwriter.h is missing: apt-get update && apt-get install -y libsqlite3-dev zlib1g-dev libxlsxwriter-dev"
#endif
