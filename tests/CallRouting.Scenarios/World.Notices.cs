using CallRouting.Server.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Scenarios;

/// <summary>The rounds that remind, look ahead and try phones; in a world nobody makes them unless a scenario asks for it.</summary>
public sealed partial class World
{
    private static readonly Duration BetweenRounds = Duration.FromMinutes(5);

    /// <summary>Siv watches over every county, and has a deputy.</summary>
    public static WorldSettings Supervised { get; } =
        WorldSettings.Usual with
        {
            ArrangeServer = (world, builder) =>
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Notices:Supervisors:0:Supervisor:Phone"] = world.NumberOf("Supervisor"),
                        ["Notices:Supervisors:0:Deputy:Phone"] = world.NumberOf("Supervisor's deputy"),
                    }
                ),
        };

    /// <summary>Until a wall time in Oslo, such as "2027-03-30 08:30", with the rounds made on the way.</summary>
    public async Task IsWatchedUntil(string wall)
    {
        var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(wall).Value;
        var end = DateTimeZoneProviders.Tzdb["Europe/Oslo"].AtStrictly(local).ToInstant();
        for (var now = Now; now < end; now = Now)
        {
            await NextNode().Services.GetRequiredService<NoticeRounds>().RunOnce(now);
            await Settle();
            await Passes(Duration.Min(BetweenRounds, end - now));
        }
        await NextNode().Services.GetRequiredService<NoticeRounds>().RunOnce(Now);
        await Settle();
    }

    private Instant Now => Time.GetUtcNow().ToInstant();
}
