using System.Text;
using CallRouting.Scenarios.Simulation.Deaths;

namespace CallRouting.Scenarios.Simulation.Sabotage;

/// <summary>Breaks one invariant on purpose, to show that the simulation notices. Each reaches into the world from outside, as a fault would.</summary>
internal abstract class Saboteur
{
    private static readonly IReadOnlyDictionary<string, Func<Saboteur>> All = new Dictionary<string, Func<Saboteur>>
    {
        ["silent-end"] = () => new SilentEnd(),
        ["silent-room"] = () => new SilentRoom(),
        ["lost-flag"] = () => new LostFlag(),
        ["two-officers"] = () => new TwoOfficers(),
        ["double-dial"] = () => new DoubleDial(),
        ["slow-answer"] = () => new SlowAnswer(),
        ["broken-document"] = () => new BrokenDocument(),
        ["sleeping-actions"] = () => new SleepingActions(),
        ["untold-promise"] = () => new UntoldPromise(),
        ["miscounted"] = () => new Miscounted(),
        ["stale-sums"] = () => new StaleSums(),
    };

    /// <param name="name">Null: nobody.</param>
    public static Saboteur Named(string? name) =>
        name is null ? new Nobody()
        : All.TryGetValue(name, out var one) ? one()
        : throw new ArgumentException($"There is no saboteur \"{name}\"; there are {string.Join(", ", All.Keys)}.", nameof(name));

    /// <summary>Statements for the world's database, before the first call.</summary>
    public virtual IEnumerable<string> Before => [];

    /// <summary>Statements for it whenever a process has started.</summary>
    public virtual IEnumerable<string> AtBirth => [];

    /// <summary>Statements for it when all is over, before anybody looks.</summary>
    public virtual IEnumerable<string> AtTheEnd => [];

    /// <summary>Carries the server's answer to the provider.</summary>
    public virtual Task<HttpResponseMessage> Answer(string path, string form, HttpResponseMessage answer, TimeProvider clock) =>
        Task.FromResult(answer);

    /// <summary>Carries the server's request to the provider.</summary>
    public virtual Task<HttpResponseMessage> Ask(
        HttpRequestMessage request,
        Func<HttpRequestMessage, Task<HttpResponseMessage>> provider
    ) => provider(request);

    protected static void Replace(HttpResponseMessage answer, string document) =>
        answer.Content = new StringContent(document, Encoding.UTF8, "text/xml");

    private sealed class Nobody : Saboteur;
}
