/* start.h - how much room a growing structure takes first. Normally enough never to grow in a small
 * program; with -DMA_STRESS_SIZES (`make stress`) one, so that each of them grows, moves and wraps all
 * the time. Tables that are probed until a free row comes say START(n / 2) * 2, because one row must
 * stay free. What never moves has no START: blocks of cells, the stack of roots. */
#ifndef MINIASYNC_BASE_START_H
#define MINIASYNC_BASE_START_H

#ifdef MA_STRESS_SIZES
#define START(n) 1
#else
#define START(n) (n)
#endif

#endif
