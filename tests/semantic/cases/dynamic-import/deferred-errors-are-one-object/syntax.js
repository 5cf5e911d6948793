let twice; let twice;
