using CallRouting.Scenarios.Simulation.Deaths;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>
/// 6. While a process lives, every request of the provider is answered within two seconds of the world's clock: call control with a document,
/// reports with 204, a bad signature with 403.
/// </summary>
internal sealed class RightAnswers(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public List<Breach> Breaches { get; } = [];

    public void Sees(Answered answered)
    {
        if (Fault(answered) is { } fault)
        {
            Breaches.Add(new(6, $"{answered.Path}: {fault}", answered.Call, clock.GetUtcNow()));
        }
    }

    // A stranger may also come by a method for which nothing is there.
    private static string? Fault(Answered answered) =>
        !answered.IsGenuine ? (answered.Status is 403 or 404 or 405 ? null : $"a stranger was answered with {answered.Status}")
        : answered.After > Limit ? $"answered after {answered.After.TotalSeconds:0.0} s"
        : answered.Status != (answered.IsReport ? 204 : 200) ? $"answered with {answered.Status}"
        : !answered.IsReport && answered.Document is null ? "the answer is no document"
        : null;
}
