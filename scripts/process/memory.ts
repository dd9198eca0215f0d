/**
 * How Node keeps the memory of a program that serves: a long export or import makes much that is soon dropped, and V8 would
 * let it stand until the heap has grown by half. Collected each time the heap has grown by a fifth, and with a young
 * generation of at most 24 MB, writing 100,000 claims takes as long and a fraction of the memory (`npm run bench --
 * --only export`).
 */
export const memoryFlags = ["--max-semi-space-size=8", "--heap-growing-percent=20"] as const;
