/*
 * Preloaded into a process, keeps beside each file of a database what a power cut would leave of it: at
 * each fsync or fdatasync that comes back, `<file>.durable` becomes what the file is now. Whatever was
 * written later is not there. Files are those whose path begins with KBYT_SHADOW; what is only mapped
 * (SQLite's -shm) is never synced and so is gone, as it would be.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static int find_path(int fd, char *path) {
  char link[64];
  const char *prefix = getenv("KBYT_SHADOW");
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 16);
  if (length <= 0 || prefix == NULL) return 0;
  path[length] = '\0';
  struct stat status;
  return strncmp(path, prefix, strlen(prefix)) == 0 && fstat(fd, &status) == 0 &&
         S_ISREG(status.st_mode);
}

/* Over what is there, never truncated first: a cut amid this is a sync that had not come back. */
static void keep(int fd) {
  char path[PATH_MAX], bytes[65536];
  if (!find_path(fd, path)) return;
  strcat(path, ".durable");
  pthread_mutex_lock(&turn);
  int to = open(path, O_WRONLY | O_CREAT, 0600);
  off_t at = 0;
  for (ssize_t read; to >= 0 && (read = pread(fd, bytes, sizeof bytes, at)) > 0; at += read)
    if (pwrite(to, bytes, (size_t)read, at) != read) abort();
  if (to < 0 || ftruncate(to, at) != 0) abort();
  close(to);
  pthread_mutex_unlock(&turn);
}

static int sync_with(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(fd);
  if (result == 0) keep(fd);
  return result;
}

/* SQLite syncs the folder after it. */
int unlink(const char *path) {
  int (*real)(const char *) = (int (*)(const char *))dlsym(RTLD_NEXT, "unlink");
  const char *prefix = getenv("KBYT_SHADOW");
  char durable[PATH_MAX];
  int result = real(path);
  if (result != 0 || prefix == NULL || strncmp(path, prefix, strlen(prefix)) != 0) return result;
  snprintf(durable, sizeof durable, "%s.durable", path);
  real(durable);
  return result;
}

int fsync(int fd) { return sync_with("fsync", fd); }
int fdatasync(int fd) { return sync_with("fdatasync", fd); }
