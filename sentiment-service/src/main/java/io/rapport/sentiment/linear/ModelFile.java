package io.rapport.sentiment.linear;
import java.io.*;
public final class ModelFile { public static void write(Weights w, DataOutputStream out) throws IOException { w.write(out); } }
