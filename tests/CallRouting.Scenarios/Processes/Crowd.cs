using System.Collections.Concurrent;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Scenarios.Day;

namespace CallRouting.Scenarios.Processes;

/// <summary>People of the demo who call, again and again, lose patience and hang up; and officers who accept, decline, ignore or let a machine answer.</summary>
public sealed class Crowd(Installation house, Happenings happenings, int seed)
{
    private const string National = "55 55 33 33";

    private static readonly (string Number, string[] Keys)[] People =
    [
        ("+4716000001", ["1", "1", "1481", "1"]),
        ("+4716000002", ["1", "2", "1530", "1"]),
        ("+4716000004", ["1", "1", "3015", "1"]),
        ("+4716000005", ["1", "2", "6100", "1"]),
        ("+4716000007", ["1", "2", "9730", "1"]),
        ("+4716000009", []),
        ("+4716000010", ["1", "1", "6270", "1"]),
        ("+4716000012", ["1", "1", "2030", "1"]),
    ];

    // Most people who hear that a line is dead try again when it is not; one in six at once.
    private const int Stubborn = 6;

    private readonly ConcurrentBag<string> placed = [];
    private Task[] calling = [];
    private volatile bool isLate;

    /// <summary>The provider's ids of all calls that somebody placed.</summary>
    public IReadOnlyCollection<string> Placed => placed;

    public async Task Begins()
    {
        foreach (var phone in await house.Phones())
        {
            await house.Phone(phone.Number).Behaves(phone.Role == "caller" ? CalledBack : Officer(Draws(phone.Number)));
        }
        calling = [.. People.Select(person => Calls(house.Phone(person.Number), person.Keys, Draws(person.Number)))];
    }

    /// <summary>Nobody dials any more, and whoever still waits hangs up; returns when all telephones are free.</summary>
    public async Task GoesHome()
    {
        isLate = true;
        foreach (var (number, _) in People)
        {
            await house.Phone(number).HangsUpIfInCall();
        }
        await Task.WhenAll(calling).WaitAsync(TimeSpan.FromSeconds(90), TimeProvider.System);
        await Wait.Until(async () => (await house.Phones()).All(phone => phone.State == "idle"), "all telephones are free", 90);
    }

    // A caller whom we ring back answers, and has not much to say.
    private static Behaviour CalledBack => new(Reaction.AnswerSilently, AnswerAfterSeconds: 2, HangUpAfterSeconds: 10);

    private static Behaviour Officer(Random draws) =>
        draws.Next(10) switch
        {
            < 7 => new(Reaction.Accept, draws.Next(1, 5), HangUpAfterSeconds: draws.Next(10, 30)),
            7 => new(Reaction.Decline, draws.Next(1, 5)),
            8 => new(Reaction.Voicemail, 10),
            _ => new(Reaction.Ignore),
        };

#pragma warning disable RS0030 // Seeded, each telephone by itself: what one person does must not depend on who else was quicker.
    private Random Draws(string number) => new(HashCode(number) ^ seed);
#pragma warning restore RS0030

    private static int HashCode(string number) => int.Parse(number[^8..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task Calls(Handset phone, string[] keys, Random draws)
    {
        var ears = happenings.At(phone.Number);
        while (!isLate)
        {
            if (draws.Next(Stubborn) > 0)
            {
                await house.IsAlive;
            }
            if (await phone.TriesToDial(National) is { } sid)
            {
                placed.Add(sid);
                await Follows(sid, phone, new Queue<string>(keys), patience: draws.Next(2, 25));
            }
            else
            {
                // We ring this telephone, or talk with it: something will come of that.
                await ears.ReadAsync();
            }
        }
    }

    // Acts on what is heard; a key too early or too late is lost, as anybody's.
    private async Task Follows(string sid, Handset phone, Queue<string> keys, int patience)
    {
        await foreach (var happened in happenings.At(phone.Number).ReadAllAsync())
        {
            if (happened.CallSid != sid)
            {
                continue;
            }
            if (Watch.IsOver(happened.What))
            {
                return;
            }
            if (happened.What != "heard")
            {
                continue;
            }
            if (keys.TryDequeue(out var group))
            {
                await phone.PressesIfAsked(group);
            }
            else if (--patience < 0 || isLate)
            {
                await phone.HangsUpIfInCall();
            }
        }
    }
}
