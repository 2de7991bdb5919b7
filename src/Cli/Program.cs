Console.WriteLine("social-contract");
