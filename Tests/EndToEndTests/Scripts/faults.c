/* Goes before the C library (LD_PRELOAD) and lets the n-th call that writes below a folder go wrong.

     FAULT_FOLDER  absolute path; calls on files below it are counted, all others left alone
     FAULT_CALL    n, from 1; 0 or unset: count only
     FAULT_ACTION  ENOSPC, EIO: the call fails, after half of its bytes were written
                   KILL: the process is killed, after half of the bytes
                   TERM: SIGTERM is sent, and the call is made
     FAULT_LASTS   1: all later calls fail too (a disk that stays full)
     FAULT_COUNT   file outside of the folder that takes a line when the n-th call is reached and one at the end:
                   number, monotonic seconds, name of the call, path

   Counted: open that creates, write, pwrite, writev, fsync, fdatasync, ftruncate, rename, unlink, mkdir.
   Build: cc -shared -fPIC -O1 -o faults.so faults.c -ldl -lpthread */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static long calls;

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Appends a line to FAULT_COUNT, past our own functions. */
static void note(const char *call, const char *path) {
  const char *file = setting("FAULT_COUNT");
  if (!file) return;
  int descriptor = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) return;
  char line[PATH_MAX + 64];
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  int length = snprintf(line, sizeof line, "%ld %ld.%09ld %s %s\n", calls, (long)now.tv_sec, now.tv_nsec, call, path);
  if (length > 0 && REAL(write)(descriptor, line, (size_t)length) < 0) { /* nothing to be done */ }
  REAL(close)(descriptor);
}

static int below(const char *path) {
  const char *folder = setting("FAULT_FOLDER");
  size_t length = folder ? strlen(folder) : 0;
  return length && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* The path as the system sees it; relative ones start at the working folder (no caller here uses another). */
static void absolute(const char *path, char *into) {
  if (path[0] == '/' || !getcwd(into, PATH_MAX)) {
    snprintf(into, PATH_MAX, "%s", path);
  } else {
    size_t length = strlen(into);
    snprintf(into + length, PATH_MAX - length, "/%s", path);
  }
}

enum verdict { pass, fail, die };

static enum verdict judge(const char *call, const char *path) {
  if (!below(path)) return pass;
  enum verdict verdict = pass;
  pthread_mutex_lock(&guard);
  calls++;
  const char *number = setting("FAULT_CALL");
  const char *action = setting("FAULT_ACTION");
  long chosen = number ? atol(number) : 0;
  int is_hit = chosen > 0 && calls == chosen;
  int lasts = setting("FAULT_LASTS") && chosen > 0 && calls > chosen;
  if (is_hit) note(call, path);
  if (action && (is_hit || lasts)) {
    if (strcmp(action, "KILL") == 0) verdict = die;
    else if (strcmp(action, "TERM") == 0) { if (is_hit) kill(getpid(), SIGTERM); }
    else verdict = fail;
  }
  pthread_mutex_unlock(&guard);
  return verdict;
}

static enum verdict judge_path(const char *call, const char *path) {
  char full[PATH_MAX];
  absolute(path, full);
  return judge(call, full);
}

static enum verdict judge_descriptor(const char *call, int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return pass;
  path[length] = 0;
  return judge(call, path);
}

static int refused(enum verdict verdict) {
  if (verdict == die) { kill(getpid(), SIGKILL); pause(); }
  const char *action = setting("FAULT_ACTION");
  errno = action && strcmp(action, "ENOSPC") == 0 ? ENOSPC : EIO;
  return -1;
}

__attribute__((destructor)) static void end(void) { note("end", ""); }

#define OPEN(name)                                                                            \
  int name(const char *path, int flags, ...) {                                                \
    mode_t mode = 0;                                                                          \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                      \
      va_list list;                                                                           \
      va_start(list, flags);                                                                  \
      mode = va_arg(list, mode_t);                                                            \
      va_end(list);                                                                           \
    }                                                                                         \
    if ((flags & O_CREAT) && access(path, F_OK) != 0) {                                       \
      enum verdict verdict = judge_path("open", path);                                        \
      if (verdict != pass) return refused(verdict);                                           \
    }                                                                                         \
    return REAL(name)(path, flags, mode);                                                     \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                          \
  int name(int folder, const char *path, int flags, ...) {                                    \
    mode_t mode = 0;                                                                          \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                      \
      va_list list;                                                                           \
      va_start(list, flags);                                                                  \
      mode = va_arg(list, mode_t);                                                            \
      va_end(list);                                                                           \
    }                                                                                         \
    if ((flags & O_CREAT) && faccessat(folder, path, F_OK, 0) != 0) {                         \
      enum verdict verdict = judge_path("openat", path);                                      \
      if (verdict != pass) return refused(verdict);                                           \
    }                                                                                         \
    return REAL(name)(folder, path, flags, mode);                                             \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  enum verdict verdict = judge_descriptor("write", descriptor);
  if (verdict == pass) return REAL(write)(descriptor, bytes, count);
  if (REAL(write)(descriptor, bytes, count / 2) < 0) { /* as torn as it can be */ }
  return refused(verdict);
}

#define PWRITE(name, offset_type)                                                             \
  ssize_t name(int descriptor, const void *bytes, size_t count, offset_type offset) {         \
    enum verdict verdict = judge_descriptor("pwrite", descriptor);                            \
    if (verdict == pass) return REAL(name)(descriptor, bytes, count, offset);                 \
    if (REAL(name)(descriptor, bytes, count / 2, offset) < 0) { /* as torn as it can be */ }  \
    return refused(verdict);                                                                  \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  enum verdict verdict = judge_descriptor("writev", descriptor);
  return verdict == pass ? REAL(writev)(descriptor, parts, count) : refused(verdict);
}

#define ON_DESCRIPTOR(name)                                                                   \
  int name(int descriptor) {                                                                  \
    enum verdict verdict = judge_descriptor(#name, descriptor);                               \
    return verdict == pass ? REAL(name)(descriptor) : refused(verdict);                       \
  }
ON_DESCRIPTOR(fsync)
ON_DESCRIPTOR(fdatasync)

#define TRUNCATE(name, offset_type)                                                           \
  int name(int descriptor, offset_type length) {                                              \
    enum verdict verdict = judge_descriptor("ftruncate", descriptor);                         \
    return verdict == pass ? REAL(name)(descriptor, length) : refused(verdict);               \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
  enum verdict verdict = judge_path("rename", to);
  return verdict == pass ? REAL(rename)(from, to) : refused(verdict);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  enum verdict verdict = judge_path("renameat2", to);
  return verdict == pass ? REAL(renameat2)(from_folder, from, to_folder, to, flags) : refused(verdict);
}

int unlink(const char *path) {
  enum verdict verdict = judge_path("unlink", path);
  return verdict == pass ? REAL(unlink)(path) : refused(verdict);
}

int mkdir(const char *path, mode_t mode) {
  enum verdict verdict = judge_path("mkdir", path);
  return verdict == pass ? REAL(mkdir)(path, mode) : refused(verdict);
}
