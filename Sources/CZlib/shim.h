#if __has_include(<zlib.h>)
#include <zlib.h>
#else
#error "zlib.h is missing: apt-get update && apt-get install -y libsqlite3-dev zlib1g-dev libxlsxwriter-dev"
#endif
