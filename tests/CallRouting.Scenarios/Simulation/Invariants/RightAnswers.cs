using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Simulation.Deaths;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>
/// 6. While a process lives, every request of the provider is answered within two seconds of the world's clock: call control with a document,
/// reports with 204, a bad signature with 403.
/// </summary>
internal sealed class RightAnswers(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly string[] Forged = ["signature-", "get-instead-of-post"];

    private string? forged;

    public List<Breach> Breaches { get; } = [];

    /// <summary>A stranger's request is on its way, as the network tells before it sends one.</summary>
    public void Sees(TimelineEvent now)
    {
        if (now is { What: "fault", Detail: { } fault } && Forged.Any(kind => fault.StartsWith(kind, StringComparison.Ordinal)))
        {
            forged = fault.Split(' ')[^1];
        }
    }

    public void Sees(Answered answered)
    {
        var isForged = forged?.EndsWith(answered.Path, StringComparison.Ordinal) == true;
        forged = null;
        if (Fault(answered, isForged) is { } fault)
        {
            Breaches.Add(new(6, $"{answered.Path}: {fault}", answered.Call, clock.GetUtcNow()));
        }
    }

    // By another method there is nothing at that address.
    private static string? Fault(Answered answered, bool isForged) =>
        isForged ? (answered.Status is 403 or 404 or 405 ? null : $"a stranger was answered with {answered.Status}")
        : answered.After > Limit ? $"answered after {answered.After.TotalSeconds:0.0} s"
        : answered.Status != (answered.IsReport ? 204 : 200) ? $"answered with {answered.Status}"
        : !answered.IsReport && answered.Document is null ? "the answer is no document"
        : null;
}
