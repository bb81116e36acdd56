using BenchmarkDotNet.Running;
using CallRouting.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PerCall).Assembly).Run(args);
