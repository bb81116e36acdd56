using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Day;

/// <summary>
/// The telephones of those on duty. Shares of the demo's profile: the first step answers 70 %, the second 55 %, the third 50 %; engaged 8 %,
/// turned down 4 %, a voicemail that picks up 6 %; picked up after a median of 11 s, nineteen in twenty within 28.
/// </summary>
public sealed class OfficerHands(World world, Draws draws, IReadOnlyList<StaffedOffice> offices)
{
    private const double PickUpSpread = 0.57;
    private static readonly double[] Answers = [0.70, 0.55, 0.50];
    private static readonly TimeSpan PickUp = TimeSpan.FromSeconds(11);

    private readonly Dictionary<string, int> steps = offices
        .SelectMany(office => office.People.Select((_, i) => (Number: Population.NumberOf(office, i + 1), Step: i)))
        .ToDictionary(phone => phone.Number, phone => phone.Step);

    private readonly Dictionary<string, string> numbers = offices
        .SelectMany(office => office.People.Select((name, i) => (Name: name, Number: Population.NumberOf(office, i + 1))))
        .ToDictionary(phone => phone.Name, phone => phone.Number);

    public bool Has(string number) => steps.ContainsKey(number);

    public async Task ComeToWork()
    {
        foreach (var number in steps.Keys)
        {
            await Prepares(number);
        }
    }

    /// <summary>A call of this telephone has ended: what becomes of the next one is settled now.</summary>
    public Task Prepares(string number) => world.Phones.Behave(number, Next(steps[number]));

    public async Task HangsUp(string name)
    {
        // The municipality's on-call service is nobody's duty phone.
        if (numbers.TryGetValue(name, out var number) && (await world.Phones.Look(number)).State == "inCall")
        {
            await world.Phones.HangUp(number);
        }
    }

    private Behaviour Next(int step)
    {
        var after = draws.Lognormal(PickUp, PickUpSpread).TotalSeconds;
        return (draws.Share() - Answers[step]) switch
        {
            < 0 => new Behaviour(Reaction.Accept, after),
            < 0.08 => new Behaviour(Reaction.Busy),
            < 0.12 => new Behaviour(Reaction.Decline, after),
            < 0.18 => new Behaviour(Reaction.Voicemail, 15),
            _ => new Behaviour(Reaction.Ignore),
        };
    }
}
