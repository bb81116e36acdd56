using CallRouting.PhoneNetwork;

try
{
    await PhoneNetworkHost.Build(args).RunAsync();
    return 0;
}
catch (BadSettingsException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
