using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Server.Transfers;

/// <summary>A frozen ladder as the text that is stored with its transfer.</summary>
public static class LadderText
{
    public static string Write(Ladder ladder) =>
        JsonSerializer.Serialize(
            new Written(
                [
                    .. ladder.Rungs.Select(rung => new WrittenRung(
                        rung.Name,
                        [.. rung.People.Select(who => new WrittenPerson(who.OfficerId, who.Name, who.Phone.E164, who.Paused))],
                        rung.RingFor.TotalSeconds,
                        rung.Together,
                        rung.RingAnyway,
                        rung.Neighbour
                    )),
                ],
                ladder.Rounds,
                ladder.Budget.TotalSeconds
            ),
            JsonSerializerOptions.Web
        );

    public static Ladder Read(string text)
    {
        var written = JsonSerializer.Deserialize<Written>(text, JsonSerializerOptions.Web)!;
        return new(
            [
                .. written.Rungs.Select(rung => new Rung(
                    rung.Name,
                    [.. rung.People.Select(who => new Reachable(who.Id, who.Name, new PhoneNumber(who.Phone), who.Paused))],
                    Duration.FromSeconds(rung.Seconds),
                    rung.Together,
                    rung.RingAnyway,
                    rung.Neighbour
                )),
            ],
            written.Rounds,
            Duration.FromSeconds(written.Budget)
        );
    }

    private sealed record Written(IReadOnlyList<WrittenRung> Rungs, int Rounds, double Budget);

    private sealed record WrittenRung(
        string Name,
        IReadOnlyList<WrittenPerson> People,
        double Seconds,
        bool Together,
        bool RingAnyway,
        bool Neighbour
    );

    private sealed record WrittenPerson(string Id, string Name, string Phone, bool Paused);
}
