#!/usr/bin/env node
import { enter } from './boot.mjs';

await enter();
