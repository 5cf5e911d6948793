for (;;) continue nowhere;
