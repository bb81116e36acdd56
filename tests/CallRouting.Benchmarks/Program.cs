using BenchmarkDotNet.Running;
using CallRouting.Benchmarks;

if (args is ["rosters", .. var rest])
{
    await RosterFigures.Tell(onlyJson: rest.Contains("--json"));
    return;
}
if (args is ["reports", .. var asked])
{
    await ReportTime.Tell(asked);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(PerCall).Assembly).Run(args);
