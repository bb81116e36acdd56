using System.Collections.Concurrent;
using CallRouting.Server.Demo;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Health;

/// <summary>
/// The dead man's switch: whoever must keep moving shows that it does, and whoever has not for too long has stopped, whatever the
/// reason. A loop that waits for ever looks healthy from everywhere else.
/// </summary>
public sealed class Proofs
{
    public const string Actions = "carrying out actions";
    public const string Sweeping = "asking about who is silent";
    public const string Feed = "telling what happens";
    public const string Writing = "writing to the database";

    // An action may wait for the provider's time-out and its retries.
    private static readonly (string What, TimeSpan Patience)[] Expected =
    [
        (Actions, TimeSpan.FromSeconds(60)),
        (Sweeping, TimeSpan.FromSeconds(15)),
        (Feed, TimeSpan.FromSeconds(15)),
        (Writing, TimeSpan.FromSeconds(15)),
    ];

    private readonly ConcurrentDictionary<string, Instant> latest = new();
    private readonly TimeProvider clock;
    private readonly bool expects;

    public Proofs(TimeProvider clock, IOptions<ModeOptions> mode)
    {
        (this.clock, expects) = (clock, mode.Value.Background);
        foreach (var (what, _) in Expected)
        {
            Show(what);
        }
    }

    /// <summary>Something has come round once more.</summary>
    public void Show(string what) => latest[what] = Now;

    public Instant ShownAt(string what) => latest[what];

    /// <summary>What has not come round for too long; nothing where no loop runs by itself.</summary>
    public IReadOnlyList<Standstill> Stopped() =>
        expects
            ?
            [
                .. from each in Expected
                let since = latest[each.What]
                where Now - since > clock.OnTheWall(each.Patience).ToDuration()
                select new Standstill(each.What, since),
            ]
            : [];

    private Instant Now => clock.GetUtcNow().ToInstant();
}

/// <param name="Since">When it last moved.</param>
public sealed record Standstill(string What, Instant Since);
