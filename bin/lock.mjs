/** A lock file that names its owners, so that one left behind by a killed process blocks nobody. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const secondLookMs = 150;
const nameWithinMs = 5_000;

/** Waits until the lock is ours. Answers a function that gives it back; `addOwner` names a child that keeps it held. */
export async function holdLock(file, onWait) {
  const mine = identity(process.pid);
  for (let hasSaid = false; !(await take(file, mine)); await pause(100)) {
    const owner = aliveOwner(file);
    if (owner === null) continue;
    if (!hasSaid) onWait(owner);
    hasSaid = true;
  }
  const release = () => rmSync(file, { force: true });
  release.addOwner = (pid) => writeFileSync(file, `${mine}\n${identity(pid)}`);
  return release;
}

/**
 * Two waiters may both find the owner dead; one then removes the lock that the other has just made. The second look, after
 * a pause longer than the time between the two calls, leaves it to the last writer.
 */
async function take(file, mine) {
  if (!create(file, mine)) {
    if (aliveOwner(file) !== null) return false;
    rmSync(file, { force: true });
    if (!create(file, mine)) return false;
  }
  await pause(secondLookMs);
  return read(file) === mine;
}

function create(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The first owner that still runs, or null. A lock without a name yet is being written by somebody. */
function aliveOwner(file) {
  const text = read(file);
  if (text === null) return null;
  if (text === '') return ageMs(file) < nameWithinMs ? 'unknown' : null;
  const owners = text.split('\n').map((line) => ({ pid: Number.parseInt(line, 10), line }));
  return owners.find(({ pid, line }) => pid > 0 && isAlive(pid) && identity(pid) === line)?.pid ?? null;
}

function ageMs(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Process ids come round again, soonest in containers: where the system tells, the start time is part of the name. */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return `${pid} `;
  }
}
