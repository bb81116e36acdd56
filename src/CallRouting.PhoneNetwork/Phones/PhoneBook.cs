using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>Every telephone and every number of the account, from the demo file and from whoever dials.</summary>
internal sealed class PhoneBook
{
    private readonly List<Phone> phones = [];
    private readonly Dictionary<string, Phone> byNumber = [];
    private readonly Dictionary<string, InboundNumber> inbound = [];

    public PhoneBook(NetworkOptions options, Sids sids, TimeProvider clock)
    {
        var demo = DemoFile.Read(options.DemoFile);
        foreach (var phone in demo.Phones)
            Add(new Phone(phone.Number, phone.Role, phone.Name));
        foreach (var number in demo.InboundNumbers)
            inbound.Add(
                number.Number,
                new InboundNumber(sids.Next("PN"), number.Number, number.Name ?? number.Number, clock.GetUtcNow())
                {
                    VoiceUrl = options.VoiceUrl,
                    VoiceFallbackUrl = options.VoiceFallbackUrl,
                    StatusCallback = options.StatusCallback,
                    SmsUrl = options.SmsUrl,
                }
            );
    }

    public IReadOnlyList<Phone> Phones => phones;

    public IReadOnlyCollection<InboundNumber> InboundNumbers => inbound.Values;

    public Phone? Find(string number) => byNumber.GetValueOrDefault(number);

    public InboundNumber? Inbound(string number) => inbound.GetValueOrDefault(number);

    /// <summary>The telephone of that number; a stranger's becomes a caller's.</summary>
    public Phone FindOrAdd(string number) => Find(number) ?? Add(new Phone(number, "caller", number));

    private Phone Add(Phone phone)
    {
        phones.Add(phone);
        byNumber.Add(phone.Number, phone);
        return phone;
    }
}
