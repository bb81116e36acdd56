using System.Security.Cryptography;
using System.Text;

namespace CallRouting.Core.Menus;

/// <summary>SHA-256 of a flow's canonical text, 64 lower-case hexadecimal digits.</summary>
public readonly record struct FlowHash(string Value)
{
    public static FlowHash Of(string flowText) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(flowText))));

    public override string ToString() => Value;
}
