let yield;
