using SocialContract.Cli;

return (int)await CommandLineApplication.RunAsync(args, Console.Out, Console.Error);
