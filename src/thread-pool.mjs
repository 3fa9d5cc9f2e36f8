// Names are looked up, files read and bodies unpacked by one pool of threads, of which Node has four. A name server that
// stays silent holds a thread for seconds: with four, as many dead names make every other host "not found". Read by
// libuv at its first use: https://nodejs.org/api/cli.html#uv_threadpool_sizesize
const THREADS = 64

process.env.UV_THREADPOOL_SIZE ??= String(THREADS)
