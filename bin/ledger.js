#!/usr/bin/env node
import '../dist/ledger.js';
