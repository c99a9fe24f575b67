// BLAS through its C interface. The headers are named, never an architecture's path, so that Debian's alternatives decide.
#include <cblas.h>

// LAPACK's Fortran symbols that Countersign calls: LAPACKE would only copy the arguments again.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda, double *b, const int *ldb,
             int *info);
void dpotri_(const char *uplo, const int *n, double *a, const int *lda, int *info);
