using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>What can go wrong with a status report on its way (contract §3.6, §8). The provider promises neither order, nor once, nor at all. Runs on the loop.</summary>
internal sealed class ReportFaults(FaultPlan plan, CallBook calls, Timeline timeline, Sids sids, TimeProvider clock)
{
    private const double LongestDelay = 20;
    private const double LongestGap = 5;
    private static readonly IReadOnlyList<FaultKind> Kinds = FaultKinds.All.Where(kind => kind.Place == FaultPlace.Report).ToList();
    private static readonly TimeSpan LongestHeldBack = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, TaskCompletionSource> heldBack = [];

    /// <summary>Carries a report, well or badly.</summary>
    public async Task Carry(Delivery report, Func<Delivery, Task> deliver)
    {
        var fault = plan.Draw(Kinds, report.Url);
        if (fault is not null)
            timeline.Tell("fault", report.CallSid, report["ConferenceSid"], detail: $"{fault.Name} {report.Url}");
        if (fault == FaultKinds.StatusLost)
            return;
        await WaitBefore(fault, report);
        await deliver(report);
        Overtakes(SubjectOf(report));
        if (fault == FaultKinds.StatusTwice || fault == FaultKinds.StatusTwiceNewToken)
            await Again(fault == FaultKinds.StatusTwice ? report : report with { IdempotencyToken = sids.IdempotencyToken() }, deliver);
    }

    private async Task WaitBefore(FaultKind? fault, Delivery report)
    {
        if (fault == FaultKinds.StatusLate)
            await Task.Delay(plan.Between(FaultPlace.Report, 0, LongestDelay), clock);
        else if (fault == FaultKinds.StatusReordered)
            await UntilOvertaken(SubjectOf(report));
        else if (fault == FaultKinds.StatusAfterEnd)
            await UntilHungUp(report);
    }

    private async Task Again(Delivery report, Func<Delivery, Task> deliver)
    {
        await Task.Delay(plan.Between(FaultPlace.Report, 0, LongestGap), clock);
        await deliver(report);
    }

    // Until the next report about the same call or room has arrived; the last one of all has none, and is only late.
    private async Task UntilOvertaken(string subject)
    {
        var overtaken = heldBack[subject] = new TaskCompletionSource();
        try
        {
            await overtaken.Task.WaitAsync(LongestHeldBack, clock);
        }
        catch (TimeoutException)
        {
            if (heldBack.GetValueOrDefault(subject) == overtaken)
                heldBack.Remove(subject);
        }
    }

    private void Overtakes(string subject)
    {
        if (heldBack.Remove(subject, out var waiting))
            waiting.SetResult();
    }

    private async Task UntilHungUp(Delivery report)
    {
        try
        {
            await Task.Delay(LongestCall, clock, calls.Find(report.CallSid ?? "")?.Over ?? CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            await Task.Delay(plan.Between(FaultPlace.Report, 1, LongestGap), clock);
        }
    }

    private static string SubjectOf(Delivery report) => report["ConferenceSid"] ?? report.CallSid ?? report["MessageSid"] ?? "";
}
