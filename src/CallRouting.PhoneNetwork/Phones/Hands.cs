using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Messages;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>What hands can do with the telephones. Runs on the loop; <see cref="Exchange"/> is the way in.</summary>
internal sealed class Hands(
    PhoneBook book,
    Lines lines,
    CallEnding ending,
    BehaviourScript behaviours,
    Keys keys,
    InboundTexts texts,
    NetworkOptions options
)
{
    private const int LongestText = 1600;

    public IReadOnlyList<PhoneSummary> Phones() => book.Phones.Select(PhoneSummary.Of).ToList();

    public PhoneView Look(string number) => PhoneView.Of(Find(number));

    public string Dial(string from, string to, bool withheld)
    {
        var dialled = Number(to);
        var caller = book.FindOrAdd(Number(from));
        if (caller.Call is not null)
            throw new PhoneRefusedException(409, $"{caller.Number} is {caller.State}.", "Only an idle telephone can dial.");
        var number = book.Inbound(dialled) ?? throw NobodyAt(to);
        return lines.Arrive(caller, number, withheld ? "anonymous" : caller.Number).Sid;
    }

    public string Text(string from, string to, string body)
    {
        if (body.Length is 0 or > LongestText)
            throw new PhoneRefusedException(400, $"body has {body.Length} characters.", $"Allowed are 1 to {LongestText}.");
        var number = book.Inbound(Number(to)) ?? throw NobodyAt(to);
        return texts.Send(book.FindOrAdd(Number(from)), number, body);
    }

    public void Answer(string number)
    {
        var phone = Find(number);
        if (phone is not { State: "ringing", Call: { } call } || !call.Rung.TrySetResult(RingResult.Answered))
            throw new PhoneRefusedException(409, $"{phone.Number} is {phone.State}.", "Only a ringing telephone can be answered.");
    }

    public PressedKeys Press(string number, string pressed)
    {
        var phone = Find(number);
        if (string.IsNullOrEmpty(pressed) || !pressed.All(Keypad.IsKey))
            throw new PhoneRefusedException(400, $"keys is \"{pressed}\".", "Allowed are one or more of 0-9 # *.");
        if (phone is not { State: "inCall", Call: { } call })
            throw new PhoneRefusedException(409, $"{phone.Number} is {phone.State}.", "Keys can be pressed in a call only.");
        var fates = pressed.Select(key => (key, received: keys.Press(call, key))).ToLookup(fate => fate.received, fate => fate.key);
        return new PressedKeys(string.Concat(fates[true]), string.Concat(fates[false]));
    }

    public void HangUp(string number)
    {
        var phone = Find(number);
        if (phone.Call is not { } call)
            throw new PhoneRefusedException(409, $"{phone.Number} is idle.", "Only a telephone that rings or is in a call can hang up.");
        if (phone.State == "ringing")
            call.Rung.TrySetResult(RingResult.Declined);
        else
            ending.End(
                call,
                call.Status == CallStatus.Ringing ? CallWords.Final(options.Unverified.AbandonedStatus) : CallStatus.Completed
            );
    }

    public void Behave(string number, Behaviour? behaviour)
    {
        if (behaviour is { AnswerAfterSeconds: not (>= 0 and <= 600) })
            throw new PhoneRefusedException(400, $"answerAfterSeconds is {behaviour.AnswerAfterSeconds}.", "Allowed are 0 to 600.");
        if (behaviour is { HangUpAfterSeconds: not (null or (>= 0 and <= 3600)) })
            throw new PhoneRefusedException(400, $"hangUpAfterSeconds is {behaviour.HangUpAfterSeconds}.", "Allowed are 0 to 3600.");
        behaviours.Assign(Find(number), behaviour);
    }

    private static string Number(string text) =>
        PhoneNumbers.Normalise(text)
        ?? throw new PhoneRefusedException(400, $"\"{text}\" is no telephone number.", "Write +4755553333 or 55 55 33 33.");

    private Phone Find(string text) =>
        book.Find(Number(text))
        ?? throw new PhoneRefusedException(404, $"There is no telephone {Number(text)}.", "GET /phones lists them; any number may dial.");

    private PhoneRefusedException NobodyAt(string to)
    {
        var some = string.Join(", ", book.InboundNumbers.Take(5).Select(number => number.PhoneNumber));
        var allowed = $"{book.InboundNumbers.Count} numbers can be dialled, such as {some}.";
        return new PhoneRefusedException(404, $"{to} is no number of this account.", allowed);
    }
}
